from django.urls import path

from .views import people, profile, signing, tokens

urlpatterns = [
    path("sign-in/", signing.SignIn.as_view(), name="sign-in"),
    path("sign-out/", signing.SignOut.as_view(), name="sign-out"),
    path("password/reset/", signing.password_reset, name="password-reset"),
    path("password/reset/sent/", signing.password_reset_sent, name="password-reset-sent"),
    path("password/set/<uidb64>/<token>/", signing.PasswordSet.as_view(), name="password-set"),
    path("profile/", profile.profile, name="profile"),
    path("profile/password/", signing.PasswordChange.as_view(), name="password-change"),
    path("profile/sessions/end/", profile.sessions_end_all, name="sessions-end-all"),
    path("profile/sessions/<slug:reference>/end/", profile.session_end, name="session-end"),
    path("profile/tokens/", tokens.token_list, name="token-list"),
    path("profile/tokens/new/", tokens.token_create, name="token-create"),
    path("profile/tokens/<int:pk>/revoke/", tokens.token_revoke, name="token-revoke"),
    path("people/", people.people_list, name="people"),
    path("people/invite/", people.person_invite, name="person-invite"),
    path("people/<int:pk>/", people.person_edit, name="person-edit"),
    path("people/<int:pk>/invite/", people.person_invite_again, name="person-invite-again"),
    path("desks/", people.desk_list, name="desks"),
]
