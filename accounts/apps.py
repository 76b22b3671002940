from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "accounts"
    verbose_name = "people and the trail"
    default_auto_field = "django.db.models.BigAutoField"
