from accounts.models.people import Registration, Role, State, User
from accounts.models.profiles import AdminProfile, DoctorProfile, PatientProfile
from accounts.models.sessions import Session, SignInFailure, Tally

__all__ = [
    "AdminProfile",
    "DoctorProfile",
    "PatientProfile",
    "Registration",
    "Role",
    "Session",
    "SignInFailure",
    "State",
    "Tally",
    "User",
]
