"""Sentences and what writers make of them, by kind: the class and pairs of old and new."""

from claims.anchoring import Change
from tests.claims.anchoring.changed_facts import CHANGED_FACTS

SAME, WORDING, FACT = Change.SAME, Change.WORDING_CHANGED, Change.FACT_CHANGED

PAIRS = {
    ("curly quotes made straight", SAME): [
        ("“We shall pay,” Ada Brandt’s office said.", "\"We shall pay,\" Ada Brandt's office said."),
    ],
    ("dashes", SAME): [
        ("The quay – closed since 2019 – is open.", "The quay — closed since 2019 — is open."),
    ],
    ("white space", SAME): [
        ("Rents in Ostvik rose by 9 percent.", "Rents in  Ostvik rose\u00a0by 9\u2009percent."),
        ("The Ostvik café sold 40 cakes.", "The Ostvik cafe\u0301 sold 40 cakes."),
        ("The Ostvik cooperative sold 40 boats.", "The Ostvik co\u00adoperative sold 40 boats."),
    ],
    ("numbers written otherwise", WORDING): [
        ("The Ostvik board bought nine boats.", "The Ostvik board bought 9 boats."),
        ("Fees in Ostvik rose by 9 per cent.", "Fees in Ostvik rose by 9%."),
        ("Fees in Ostvik rose by nine percent.", "Fees in Ostvik rose by 9 per cent."),
        ("The Ostvik pier cost £1.2m to mend.", "The Ostvik pier cost £1.2 million to mend."),
        ("The Ostvik pier holds 12000 people.", "The Ostvik pier holds 12,000 people."),
        ("The Ostvik ferry sails 30 km a day.", "The Ostvik ferry sails 30 kilometres a day."),
        ("Some 4.5bn litres ran through Ostvik.", "Some 4.5 billion litres ran through Ostvik."),
    ],
    ("words written otherwise", WORDING): [
        ("Ada Brandt did not answer the letter.", "Ada Brandt didn't answer the letter."),
        ("The Ostvik quay will not hold a crane.", "The Ostvik quay won’t hold a crane."),
        ("The Ostvik organisation favours a harbour.", "The Ostvik organization favors a harbor."),
        ("Ostvik sent an e-mail to each shipyard.", "Ostvik sent an email to each shipyard."),
        ("Ostvik paid on 12 May 2019.", "Ostvik paid on May 12, 2019."),
        ("Ostvik paid on May 12 for it.", "Ostvik paid on 12 May for it."),
        ("Ostvik paid two years later.", "Ostvik paid 2 years later."),
        ("Ostvik also sang of boats.", "Ostvik additionally sang of boats."),
        ("However, Ostvik mended the roof in time.", "However Ostvik mended the roof in time."),
        ("The Ostvik roof was mended in in the rain.", "The Ostvik roof was mended in the rain."),
        ("Ostvik council, which met late, mended it.", "Ostvik council, which met late, mended it!"),
    ],
    ("typo", WORDING): [
        ("Fees in Ostvik icnreased by 9 percent.", "Fees in Ostvik increased by 9 percent."),
        ("The Ostvik harbour handled 40 boats.", "The Ostvik harbour handeled 40 boats."),
        ("The Ostvik mayor repaired teh old crane.", "The Ostvik mayor repaired the old crane."),
        ("The Ostvik crane was repaird in 2019.", "The Ostvik crane was repaired in 2019."),
        ("Residnets of Ostvik repaired 12 boats.", "Residents of Ostvik repaired 12 boats."),
        ("The pier is in thebay of Ostvik.", "The pier is in the bay of Ostvik."),
    ],
    ("synonym", WORDING): [
        ("The Ostvik board helped 40 anglers.", "The Ostvik board assisted 40 anglers."),
        ("Fees in Ostvik rose by 9 percent.", "Fees in Ostvik climbed by 9 percent."),
        ("More than 40 boats lay in Ostvik.", "Over 40 boats lay in Ostvik."),
        ("The Ostvik board began work in 2019.", "The Ostvik board started work in 2019."),
        ("Ada Brandt said the roof leaked.", "Ada Brandt stated the roof leaked."),
        ("The Ostvik talks were quick and cordial.", "The Ostvik negotiations were quick and cordial."),
        ("Repairs in Ostvik are significant this time.", "Repairs in Ostvik are important this time."),
        ("Ostvik bought 40 boats from the navy.", "Ostvik purchased 40 boats from the navy."),
        ("About 40 boats lay in Ostvik.", "Roughly 40 boats lay in Ostvik."),
    ],
    ("split", WORDING): [
        (
            "The Ostvik board mended the roof, and the harbour master paid 40 crowns.",
            "The Ostvik board mended the roof. The harbour master paid 40 crowns.",
        ),
        (
            "The Ostvik board mended the roof; the harbour master paid 40 crowns.",
            "The Ostvik board mended the roof. The harbour master paid 40 crowns.",
        ),
        (
            "The Ostvik board mended the roof, which is 40 metres long and made of oak.",
            "The Ostvik board mended the roof. It is 40 metres long and made of oak.",
        ),
        (
            "The Ostvik board mended the roof, while the harbour master slept on his boat.",
            "The Ostvik board mended the roof. The harbour master slept on his boat.",
        ),
        (
            "The Ostvik board mended the roof, but the harbour master slept on his boat.",
            "The Ostvik board mended the roof. But the harbour master slept on his boat.",
        ),
    ],
    ("merge", WORDING): [
        (
            "The Ostvik board mended the roof. The harbour master paid 40 crowns.",
            "The Ostvik board mended the roof, and the harbour master paid 40 crowns.",
        ),
        (
            "The Ostvik board mended the roof. The harbour master paid 40 crowns. The anglers sang.",
            "The Ostvik board mended the roof, the harbour master paid 40 crowns, and the anglers sang.",
        ),
        (
            "Ada Brandt mended the roof. She paid 40 crowns for the tiles.",
            "Ada Brandt mended the roof; she paid 40 crowns for the tiles.",
        ),
    ],
} | {(kind, FACT): pairs for kind, pairs in CHANGED_FACTS.items()}  # fmt: skip
