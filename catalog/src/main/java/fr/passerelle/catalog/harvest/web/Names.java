package fr.passerelle.catalog.harvest.web;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Says which addresses the name of a host stands for, now. */
@FunctionalInterface
interface Names {
  /** As this machine resolves them. */
  Names SYSTEM = InetAddress::getAllByName;

  InetAddress[] resolve(String host) throws UnknownHostException;
}
