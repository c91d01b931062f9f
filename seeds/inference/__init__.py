"""Infer limits for the time of a claim from other rows: a life, a station, an organisation, an order.

`limits.py` defines limits, `inference_rules.py` has the rules, and `claim_times.py` applies them.
"""
