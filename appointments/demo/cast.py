"""Who plays in the demo clinic. The names are Kikuyu, Luo, Luhya, Kalenjin, Kamba, Kisii, Meru, Somali,
Maasai, Mijikenda and Swahili ones; nobody meant by them exists."""

from __future__ import annotations

from typing import NamedTuple


class Part(NamedTuple):
    gender: str
    age: int
    name: str


class Practice(NamedTuple):
    name: str
    specialization: str
    hours: str
    slot_minutes: int | None = None


ADMIN = "Naomi Cherono"

# The first is the demo doctor; ROSTERS has their hours.
DOCTORS = [
    Practice("Achieng Odhiambo", "General practice", "every day"),
    Practice("Peter Kamau", "General practice", "weekdays"),
    Practice("Fatuma Abdi", "General practice", "early", 20),
    Practice("Kiprono Langat", "General practice", "late"),
    Practice("Wanjiru Gathoni", "Paediatrics", "weekdays", 20),
    Practice("Moraa Nyaboke", "Paediatrics", "late"),
    Practice("Nasimiyu Wekesa", "Obstetrics and gynaecology", "weekdays"),
    Practice("Mwende Musyoka", "Obstetrics and gynaecology", "three days"),
    Practice("Salim Bakari", "Dentistry", "weekdays", 45),
    Practice("Kagwiria Mutuma", "Dentistry", "early", 45),
    Practice("Otieno Okello", "Eye care", "three days", 20),
    Practice("Parsaloi ole Sankei", "Physiotherapy", "weekdays", 45),
]
AWAY = "Kagwiria Mutuma"
UNAVAILABLE = "Kiprono Langat"

MORNING_AND_AFTERNOON = [("08:00", "12:30"), ("13:30", "17:00")]
# Hours by ISO weekday.
ROSTERS: dict[str, dict[int, list[tuple[str, str]]]] = {
    "every day": {
        **dict.fromkeys(range(1, 6), MORNING_AND_AFTERNOON),
        6: [("08:30", "13:00")],
        7: [("10:00", "13:00")],
    },
    "weekdays": {key: [("08:30", "12:30"), ("14:00", "17:00")] for key in range(1, 6)},
    "early": {**{key: [("07:00", "13:00")] for key in range(1, 6)}, 6: [("08:00", "12:00")]},
    "late": {
        **{key: [("12:00", "15:30"), ("16:00", "19:00")] for key in (1, 2, 4, 5)},
        6: [("09:00", "13:00")],
    },
    "three days": dict.fromkeys((1, 3, 5), MORNING_AND_AFTERNOON),
}


def _parts(lines: str) -> list[Part]:
    rows = (line.split(maxsplit=2) for line in lines.strip().splitlines())
    return [Part({"f": "female", "m": "male"}[gender], int(age), name) for gender, age, name in rows]


# The first is the demo patient.
PATIENTS = _parts("""
    f 34 Mercy Wambui
    m 41 Brian Kiptoo
    f 29 Grace Njeri
    m 52 John Mwangi
    f 63 Esther Wangari
    m 7 Ian Kariuki
    f 26 Purity Nyambura
    m 38 Samuel Njoroge
    f 45 Akinyi Onyango
    m 33 Kevin Ochieng
    f 58 Rose Atieno
    m 4 Fidel Omondi
    f 31 Lilian Awuor
    m 69 Joseph Ouma
    f 22 Sharon Anyango
    m 47 Moses Wafula
    f 36 Beatrice Nekesa
    m 11 Emmanuel Barasa
    f 54 Agnes Khaemba
    m 28 Dennis Simiyu
    f 19 Cynthia Nafula
    f 40 Chebet Rotich
    m 35 Elijah Kipchoge
    f 9 Faith Jepkosgei
    m 61 David Koech
    f 27 Winnie Chepkoech
    m 44 Philip Cheruiyot
    f 32 Jemutai Biwott
    f 50 Ndinda Mutua
    m 39 Daniel Kioko
    f 6 Joy Mumbua
    m 57 Benson Kilonzo
    f 24 Syombua Nzioka
    m 30 Musa Kyalo
    f 43 Kemunto Ombati
    m 48 Charles Nyakundi
    f 2 Blessing Bosibori
    m 37 Evans Omwenga
    f 35 Kerubo Momanyi
    f 65 Tabitha Kathure
    m 42 Martin Mwiti
    f 30 Doreen Kendi
    m 13 Victor Murithi
    f 28 Hodan Warsame
    m 51 Ibrahim Hassan
    f 33 Amina Yusuf
    m 25 Abdirahman Noor
    f 12 Ifrah Mohamed
    f 46 Naserian Lekishon
    m 55 Lemayian Nkaissery
    f 21 Resian Sankok
    m 10 Saitoti Parsitau
    f 38 Mwanaisha Omar
    m 60 Rashid Mwinyi
    f 29 Zuhura Bakari
    m 49 Hamisi Juma
    f 8 Maimuna Athman
    f 53 Kadzo Karisa
    m 34 Katana Charo
    m 23 Safari Kahindi
""")

WAITING_PATIENTS = _parts("""
    f 27 Nyokabi Muturi
    m 45 George Otieno
    f 31 Halima Adan
    m 59 Kipkemboi Sang
""")
WAITING_DOCTORS = [
    Practice("Wairimu Kihara", "Dermatology", "weekdays"),
    Practice("Onyancha Mogaka", "General practice", "weekdays"),
]
WAITING_ADMINS = ["Mutheu Nzau", "Joan Adhiambo"]
REJECTED = Part("male", 33, "Juma Baraza")
