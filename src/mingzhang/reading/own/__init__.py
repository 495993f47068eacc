"""Own: what Mingzhang itself wrote into its files beside the print, so that figures come back to the fen."""
