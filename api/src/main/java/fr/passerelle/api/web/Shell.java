package fr.passerelle.api.web;

import fr.passerelle.catalog.profile.Profile;

/**
 * What every page has around its content.
 *
 * @param t words in the language of the page
 * @param profile whose installation it is
 * @param address where the service answers
 * @param style path of the style sheet
 * @param title title of the page
 */
record Shell(Texts t, Profile profile, String address, String style, String title) {

  /** Title of the window: the page, then the installation. */
  String windowTitle() {
    return title + " · Passerelle " + profile.region().name();
  }
}
