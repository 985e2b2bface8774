"""What stands in a text: sentences, cue words, money and quantities, periods, companies and places.

Each finder takes the normal form of a text and gives mentions in text order; none of them knows what a fact is.
"""
