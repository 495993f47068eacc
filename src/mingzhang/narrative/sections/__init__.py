"""The sections of 决算情况说明, one file each; what each can write stands in its BLOCKS."""
