"""Month first; the rest is as in all English."""

SHORT_DAY = "M j"
SHORT_DAY_AND_TIME = "M j, H:i"
DAY = "M j, Y"
DAY_AND_TIME = "M j, Y, H:i"
LONG_DAY = "F j, Y"
LONG_DAY_AND_TIME = "F j, Y, H:i"
FULL_DAY = "l, F j, Y"
