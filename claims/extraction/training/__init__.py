"""How the weights of the check-worthiness come about: `manage.py train`. Nothing here runs in production."""
