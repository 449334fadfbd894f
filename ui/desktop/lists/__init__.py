"""The lists at the left, searched, filtered and sorted; and the bar of witnesses."""
