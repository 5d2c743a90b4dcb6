package fr.passerelle.catalog.study.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticeDateTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2021             | 2021",
        "2021/06/30/      | 2021-06-30",
        "2021/06//        | 2021-06",
        "2021///          | 2021",
        "2021-6-3         | 2021-06-03",
        "2021-06-30T10:00 | 2021-06-30",
        "20210630         | 2021-06-30",
        "30/06/2021       | 2021-06-30",
        "06/2021          | 2021-06",
        "juin 2021        | 2021-06",
        "30 juin 2021     | 2021-06-30",
        "1er avril 2021   | 2021-04-01",
        "August 2021      | 2021-08",
        "DL 2010          | 2010",
        "[ca 2010]        | 2010~",
        "cop. 2019        | 2019",
        "2010-2012        | 2010",
        "2021-13          | 2021-13",
        "2021-02-30       | 2021-02-30",
        "s.d.             | s.d."
      })
  void dates_become_what_a_form_writes_and_what_is_none_stays_to_be_refused(
      String told, String written) {
    assertThat(NoticeDate.of(told)).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource({
    "fre, fr",
    "FRA, fr",
    "Français, fr",
    "english, en",
    "en-GB, en-GB",
    "klingon, klingon",
    "http://publications.europa.eu/resource/authority/language/FRA, fr"
  })
  void languages_become_tags(String told, String tag) {
    assertThat(NoticeLanguage.of(told)).isEqualTo(tag);
  }
}
