"""Prevent grammar from hiding in word lists: what the readers know of each language is data, and all of it is here.

>>> from reconcile.language.numbers.words.english import ENGLISH
>>> ENGLISH.cardinals["ten"]
{10: 'ten'}
"""
