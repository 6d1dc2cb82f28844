"""What people of the demo clinic say and write. All made up."""

REASONS = {
    "General practice": [
        "Cough for two weeks",
        "Headaches in the evening",
        "Blood pressure check",
        "Fever and chills since Sunday",
        "Review of blood sugar",
        "Stomach pains after meals",
        "Medical form for work",
        "Tired all the time",
        "Yellow fever certificate for travel",
        "",
    ],
    "Paediatrics": [
        "Vaccination at 18 months",
        "Ear ache",
        "Growth check",
        "Rash on both arms",
        "Asthma review",
        "Cough at night",
        "",
    ],
    "Obstetrics and gynaecology": [
        "Antenatal visit",
        "Family planning",
        "Cervical screening",
        "Painful periods",
        "Visit six weeks after birth",
        "",
    ],
    "Dentistry": ["Toothache, upper left", "Check and cleaning", "Filling came out", "Bleeding gums", ""],
    "Eye care": ["New glasses", "Red eye", "Yearly eye test", "Blurred sight when reading", ""],
    "Physiotherapy": [
        "Lower back pain",
        "Knee after football",
        "Stiff shoulder",
        "Exercises after surgery",
        "",
    ],
}

CANCELLED_BY_PATIENTS = ["I am travelling upcountry", "Feeling better", "Cannot leave work", ""]
CANCELLED_BY_STAFF = ["Called by phone to cancel", "The doctor was called to the hospital"]

# Medical histories by whose they can be, each grown version by version.
HISTORIES = {
    "adult": [
        [
            "Hypertension since 2019. Amlodipine 5 mg once a day.",
            "Blood pressure 150/95 at the visit. Amlodipine raised to 10 mg.",
            "Blood pressure 132/84. Stays on amlodipine 10 mg.",
        ],
        [
            "Type 2 diabetes. Metformin 500 mg twice a day.",
            "HbA1c 8.1 %. Metformin raised to 1 g twice a day. Feet without findings.",
        ],
        ["Allergic to penicillin (rash, 2014)."],
        ["Malaria in April, treated with artemether and lumefantrine.", "No fever since."],
        ["Peptic ulcer in 2021, treated for Helicobacter. Avoids ibuprofen."],
    ],
    "child": [
        [
            "Asthma. Salbutamol when needed.",
            "Uses salbutamol every other day. Beclometasone inhaler begun.",
        ],
        ["Sickle cell trait. Vaccinations complete."],
    ],
}
REJECTION = "The ID could not be read on the copy. Please register again and bring it to the desk."
TIME_OFF = "Annual leave"
