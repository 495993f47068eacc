"""The words of each topic: which figure a name means in a section about income, about 三公, about procurement."""
