from django.contrib.auth.hashers import check_password, make_password


def test_the_desk_hashes_with_argon2id(settings):
    settings.PASSWORD_HASHERS = ["accounts.hashers.Argon2id"]

    encoded = make_password("right password")

    assert encoded.startswith("argon2$argon2id$v=19$m=19456,t=2,p=1$")
    assert check_password("right password", encoded)
    assert not check_password("wrong password", encoded)
