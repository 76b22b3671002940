import pytest
from django.core.management import CommandError, call_command

from accounts import chain, sealing
from accounts.models import Event


@pytest.fixture
def head(desk):
    Event.objects.append("desk.named", desk, by=None)
    sealing.seal_all()
    return {1: sealing.head().hash}


def test_a_line_is_added_to_the_file_each_time(head, desk, tmp_path):
    path = tmp_path / "anchors"
    call_command("anchor_audit", "--file", str(path))
    Event.objects.append("desk.named", desk, by=None)
    sealing.seal_all()

    call_command("anchor_audit", "--file", str(path))

    assert chain.anchors_in(path.read_text()) == head | {2: sealing.head().hash}


def test_a_mail_holds_the_anchor(head, mailoutbox):
    call_command("anchor_audit", "--mail", "notary@example.org", "--mail", "archive@example.org")

    (mail,) = mailoutbox
    assert mail.to == ["notary@example.org", "archive@example.org"]
    assert chain.anchors_in(mail.body) == head


def test_without_more_words_it_is_printed(head, capsys):
    call_command("anchor_audit")

    assert chain.anchors_in(capsys.readouterr().out) == head


def test_a_file_that_cannot_be_written(head, tmp_path):
    with pytest.raises(CommandError, match="cannot be written"):
        call_command("anchor_audit", "--file", str(tmp_path))
