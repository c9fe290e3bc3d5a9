package dev.homeport.local.demo;

import java.util.List;

/** A country that the merchant sells to, and who lives there. */
enum Market {
  DE(
      0.30,
      Tender.EUR,
      List.of(),
      "Anna Ben Clara David Emma Finn Greta Hannes Ida Jonas Katja Lukas Mia Nils Paula Tim",
      "Bauer Fischer Hoffmann Keller Lang Meyer Schmidt Schulz Vogel Wagner Weber Wolf"),
  GB(
      0.22,
      Tender.GBP,
      List.of("+447700900%03d"),
      "Alice Amir Charlotte Daniel Eleanor George Harry Isla Jack Lily Oliver Poppy Ruby Tom",
      "Ahmed Bennett Clarke Davies Evans Hughes Jones Khan Morgan Patel Taylor Wright"),
  US(
      0.20,
      Tender.USD,
      List.of(
          "+121255501%02d",
          "+121355501%02d",
          "+131255501%02d",
          "+141555501%02d",
          "+161755501%02d",
          "+170255501%02d",
          "+180855501%02d",
          "+120655501%02d",
          "+130355501%02d",
          "+140455501%02d"),
      "Ava Carlos Emily Ethan Grace Henry Jordan Liam Maria Mason Nora Olivia Sofia William",
      "Anderson Brown Carter Diaz Garcia Johnson Lee Martinez Miller Nguyen Smith Walker"),
  JP(
      0.12,
      Tender.JPY,
      List.of(),
      "Aoi Daiki Haruka Hiroshi Kaito Mei Naoki Rina Sakura Sota Yui Yuto",
      "Ito Kato Kobayashi Nakamura Saito Sato Suzuki Takahashi Tanaka Watanabe Yamada Yamamoto"),
  PL(
      0.09,
      Tender.PLN,
      List.of(),
      "Agnieszka Filip Jakub Jan Julia Kacper Magda Maja Oskar Piotr Wiktoria Zofia",
      "Dabrowski Kaminski Kowalski Krawczyk Lewandowski Mazur Nowak Pawlak Wojcik Zielinski"),
  SE(
      0.07,
      Tender.SEK,
      List.of(),
      "Alma Axel Ebba Elsa Erik Freja Gustav Lars Maja Nils Saga Viktor",
      "Andersson Berg Eriksson Holm Johansson Karlsson Larsson Lind Nilsson Sandberg");

  private final double share;
  private final Tender tender;
  private final List<String> phones;
  private final List<String> firstNames;
  private final List<String> lastNames;

  Market(double share, Tender tender, List<String> phones, String firstNames, String lastNames) {
    this.share = share;
    this.tender = tender;
    this.phones = phones;
    this.firstNames = List.of(firstNames.split(" "));
    this.lastNames = List.of(lastNames.split(" "));
  }

  /** Which part of the people live here; the shares add up to 1. */
  double share() {
    return share;
  }

  Tender tender() {
    return tender;
  }

  /** Blocks of numbers that are set aside for fiction, where the country has set any aside. */
  List<String> phones() {
    return phones;
  }

  List<String> firstNames() {
    return firstNames;
  }

  List<String> lastNames() {
    return lastNames;
  }
}
