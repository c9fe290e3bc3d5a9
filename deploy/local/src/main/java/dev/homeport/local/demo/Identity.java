package dev.homeport.local.demo;

/** As whom one channel knows a person. */
record Identity(Channel channel, OrderDocument.Buyer buyer) {}
