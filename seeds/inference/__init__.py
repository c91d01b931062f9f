"""What follows for the time of a claim from other rows: a life, a station, an organisation, an order.

`limits.py` says what a limit is, `inference_rules.py` holds the rules, and `claim_times.py` puts them together.
"""
