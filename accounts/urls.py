from django.urls import path

from accounts.views import messages, own, sign_in, two_step, users

urlpatterns = [
    path("auth/register/", sign_in.Register.as_view()),
    path("auth/login/", sign_in.Login.as_view()),
    path("auth/token/refresh/", sign_in.Refresh.as_view()),
    path("auth/logout/", sign_in.Logout.as_view()),
    path("auth/me/", own.Me.as_view()),
    path("auth/password/change/", own.PasswordChange.as_view()),
    path("auth/sessions/", own.Sessions.as_view()),
    path("auth/sessions/<int:pk>/", own.OneSession.as_view()),
    path("auth/two-step/", two_step.TwoStep.as_view()),
    path("auth/two-step/confirm/", two_step.Confirm.as_view()),
    path("auth/step-up/", two_step.StepUp.as_view()),
    path("users/", users.Users.as_view()),
    path("users/<int:pk>/", users.OneUser.as_view()),
    path("users/<int:pk>/activate/", users.Activate.as_view()),
    path("users/<int:pk>/reject/", users.Reject.as_view()),
    path("notifications/", messages.Messages.as_view()),
    path("notifications/test/", messages.TryOut.as_view()),
    path("notifications/<int:pk>/retry/", messages.Retry.as_view()),
]
