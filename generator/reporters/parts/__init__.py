"""What the formats share: safe characters, colours, wrapped text, the frame around a line, the count of findings."""
