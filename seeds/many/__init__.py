"""What holds many articles, a feed, a corpus, an archive, gives them one by one."""
