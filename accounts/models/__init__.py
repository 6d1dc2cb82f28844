from accounts.models.people import Registration, Role, State, User
from accounts.models.profiles import AdminProfile, DoctorProfile, PatientProfile
from accounts.models.sessions import Session, SignInFailure, Tally
from accounts.models.two_step import Authenticator, RecoveryCode

__all__ = [
    "AdminProfile",
    "Authenticator",
    "DoctorProfile",
    "PatientProfile",
    "RecoveryCode",
    "Registration",
    "Role",
    "Session",
    "SignInFailure",
    "State",
    "Tally",
    "User",
]
