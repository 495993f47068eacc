"""OFD: GB/T 33190-2016 fixed-layout documents, their characters and lines at their places."""
