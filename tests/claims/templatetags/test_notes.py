from claims.actions.notes import add_note
from claims.templatetags.notes import remark
from tests.factories import ArticleFactory, ClaimFactory


def test_who_is_named_stands_out_and_everything_is_escaped(desk, reviewer, editor):
    editor.name = "Ada <b>Editor"
    editor.save()
    claim = ClaimFactory(article=ArticleFactory(desk=desk))
    note = add_note(claim, by=reviewer, body="<i>1 < 2</i>, @Ada <b>Editor, @carla reviewer: yes?")

    assert remark(note) == (
        "&lt;i&gt;1 &lt; 2&lt;/i&gt;, "
        '<span class="named">@Ada &lt;b&gt;Editor</span>, <span class="named">@carla reviewer</span>: yes?'
    )


def test_a_name_that_nobody_has_any_more_is_a_word(desk, reviewer, editor):
    claim = ClaimFactory(article=ArticleFactory(desk=desk))
    note = add_note(claim, by=reviewer, body="@Ada Editor, please.")
    editor.name = "Ada Newname"
    editor.save()

    assert remark(note) == "@Ada Editor, please."
