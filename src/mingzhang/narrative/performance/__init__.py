"""The self-evaluation in words: section 预算绩效情况, the key work of the year, the evaluation report."""
