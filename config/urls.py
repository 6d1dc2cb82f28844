"""Every address of the API, collected from the apps."""

urlpatterns: list = []
