from django.urls import path

from accounts.views import own, sign_in, users

urlpatterns = [
    path("auth/register/", sign_in.RegisterView.as_view()),
    path("auth/login/", sign_in.LoginView.as_view()),
    path("auth/token/refresh/", sign_in.RefreshView.as_view()),
    path("auth/logout/", sign_in.LogoutView.as_view()),
    path("auth/me/", own.MeView.as_view()),
    path("auth/password/change/", own.PasswordChangeView.as_view()),
    path("auth/sessions/", own.SessionsView.as_view()),
    path("auth/sessions/<int:session_id>/", own.SessionView.as_view()),
    path("users/", users.UsersView.as_view()),
    path("users/<int:user_id>/", users.UserView.as_view()),
    path("users/<int:user_id>/activate/", users.ActivateView.as_view()),
    path("users/<int:user_id>/reject/", users.RejectView.as_view()),
]
