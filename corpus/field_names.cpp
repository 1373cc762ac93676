// SPDX-License-Identifier: GPL-2.0-or-later
// The one list of field names, folded: ASCII in lower case; blanks, '_', '-' and ZWNJ left out;
// YEH, KAF and TEH MARBUTA in their Persian forms; without the Arabic article.
#include "corpus/field_names.h"

#include <string>
#include <unordered_map>

namespace khabar {
namespace {

enum class Field : unsigned char {
  id,
  title,
  body,
  language,
  date,
  source,
  category,
  url,
  summary
};

struct Name {
  std::string_view name;
  Field field;
};

// Names that news dumps, feeds, exports and spreadsheets use. A row's number ("no", "#") is no id,
// for it begins anew in the next file.
constexpr Name kNames[] = {
    Name{"id", Field::id},
    Name{"docno", Field::id},
    Name{"docid", Field::id},
    Name{"documentid", Field::id},
    Name{"articleid", Field::id},
    Name{"newsid", Field::id},
    Name{"guid", Field::id},
    Name{"uuid", Field::id},
    Name{"\u0634\u0646\u0627\u0633\u0647", Field::id},                          // shenase
    Name{"\u0634\u0646\u0627\u0633\u0647\u062E\u0628\u0631", Field::id},        // shenase-ye khabar
    Name{"\u06A9\u062F", Field::id},                                            // kod
    Name{"\u06A9\u062F\u062E\u0628\u0631", Field::id},                          // kod-e khabar
    Name{"\u0645\u0639\u0631\u0641", Field::id},                                // muarrif
    Name{"\u0631\u0642\u0645\u0627\u0644\u062E\u0628\u0631", Field::id},        // raqm al-khabar
    Name{"\u0645\u0639\u0631\u0641\u0627\u0644\u062E\u0628\u0631", Field::id},  // muarrif al-khabar
    Name{"title", Field::title},
    Name{"headline", Field::title},
    Name{"heading", Field::title},
    Name{"subject", Field::title},
    Name{"name", Field::title},
    Name{"titlefa", Field::title},
    Name{"titlear", Field::title},
    Name{"\u0639\u0646\u0648\u0627\u0646", Field::title},                    // onvan, unwan
    Name{"\u0639\u0646\u0648\u0627\u0646\u062E\u0628\u0631", Field::title},  // onvan-e khabar
    Name{"\u062A\u06CC\u062A\u0631", Field::title},                          // titr
    Name{"\u0633\u0631\u062A\u06CC\u062A\u0631", Field::title},              // sar-titr
    Name{"\u0633\u0631\u062E\u0637", Field::title},                          // sar-khat
    Name{"\u0639\u0646\u0648\u0627\u0646\u0627\u0644\u062E\u0628\u0631",
         Field::title},  // unwan al-khabar
    Name{"body", Field::body},
    Name{"text", Field::body},
    Name{"content", Field::body},
    Name{"contents", Field::body},
    Name{"fulltext", Field::body},
    Name{"article", Field::body},
    Name{"articletext", Field::body},
    Name{"articlebody", Field::body},
    Name{"story", Field::body},
    Name{"message", Field::body},
    Name{"\u0645\u062A\u0646", Field::body},                          // matn
    Name{"\u0645\u062A\u0646\u062E\u0628\u0631", Field::body},        // matn-e khabar
    Name{"\u0645\u062D\u062A\u0648\u0627", Field::body},              // mohtava
    Name{"\u0645\u062A\u0646\u06A9\u0627\u0645\u0644", Field::body},  // matn-e kamel
    Name{"\u0646\u0635", Field::body},                                // nass
    Name{"\u0646\u0635\u0627\u0644\u062E\u0628\u0631", Field::body},  // nass al-khabar
    Name{"\u0645\u062D\u062A\u0648\u06CC", Field::body},              // muhtawa
    Name{"\u062E\u0628\u0631", Field::body},                          // khabar
    Name{"lang", Field::language},
    Name{"language", Field::language},
    Name{"\u0632\u0628\u0627\u0646", Field::language},  // zaban
    Name{"\u0644\u063A\u0647", Field::language},        // lugha
    Name{"date", Field::date},
    Name{"published", Field::date},
    Name{"publishdate", Field::date},
    Name{"publisheddate", Field::date},
    Name{"publishedat", Field::date},
    Name{"publishedon", Field::date},
    Name{"pubdate", Field::date},
    Name{"publicationdate", Field::date},
    Name{"datepublished", Field::date},
    Name{"datetime", Field::date},
    Name{"timestamp", Field::date},
    Name{"createdat", Field::date},
    Name{"time", Field::date},
    Name{"\u062A\u0627\u0631\u06CC\u062E", Field::date},  // tarikh
    Name{"\u062A\u0627\u0631\u06CC\u062E\u0627\u0646\u062A\u0634\u0627\u0631",
         Field::date},                                                      // tarikh-e enteshar
    Name{"\u062A\u0627\u0631\u06CC\u062E\u062E\u0628\u0631", Field::date},  // tarikh-e khabar
    Name{"\u0632\u0645\u0627\u0646", Field::date},                          // zaman
    Name{"\u062A\u0627\u0631\u06CC\u062E\u0627\u0644\u0646\u0634\u0631",
         Field::date},  // tarikh an-nashr
    Name{"\u062A\u0627\u0631\u06CC\u062E\u0627\u0644\u062E\u0628\u0631",
         Field::date},  // tarikh al-khabar
    Name{"source", Field::source},
    Name{"publisher", Field::source},
    Name{"outlet", Field::source},
    Name{"agency", Field::source},
    Name{"newspaper", Field::source},
    Name{"site", Field::source},
    Name{"sitename", Field::source},
    Name{"\u0645\u0646\u0628\u0639", Field::source},                          // manba
    Name{"\u062E\u0628\u0631\u06AF\u0632\u0627\u0631\u06CC", Field::source},  // khabargozari
    Name{"\u0631\u0648\u0632\u0646\u0627\u0645\u0647", Field::source},        // ruzname
    Name{"\u0645\u0635\u062F\u0631", Field::source},                          // masdar
    Name{"\u0648\u06A9\u0627\u0644\u0647", Field::source},                    // wakala
    Name{"\u0635\u062D\u06CC\u0641\u0647", Field::source},                    // sahifa
    Name{"category", Field::category},
    Name{"section", Field::category},
    Name{"cat", Field::category},
    Name{"\u062F\u0633\u062A\u0647", Field::category},                          // daste
    Name{"\u062F\u0633\u062A\u0647\u0628\u0646\u062F\u06CC", Field::category},  // daste-bandi
    Name{"\u06AF\u0631\u0648\u0647", Field::category},                          // goruh
    Name{"\u0628\u062E\u0634", Field::category},                                // bakhsh
    Name{"\u062A\u0635\u0646\u06CC\u0641", Field::category},                    // tasnif
    Name{"\u0642\u0633\u0645", Field::category},                                // qism
    Name{"\u0641\u0626\u0647", Field::category},                                // fi'a
    Name{"url", Field::url},
    Name{"link", Field::url},
    Name{"permalink", Field::url},
    Name{"href", Field::url},
    Name{"\u0646\u0634\u0627\u0646\u06CC", Field::url},  // neshani
    Name{"\u0644\u06CC\u0646\u06A9", Field::url},        // link
    Name{"\u067E\u06CC\u0648\u0646\u062F", Field::url},  // peyvand
    Name{"\u0631\u0627\u0628\u0637", Field::url},        // rabit
    Name{"summary", Field::summary},
    Name{"description", Field::summary},
    Name{"abstract", Field::summary},
    Name{"lead", Field::summary},
    Name{"\u062E\u0644\u0627\u0635\u0647", Field::summary},  // kholase
    Name{"\u0686\u06A9\u06CC\u062F\u0647", Field::summary},  // chekide
    Name{"\u0644\u06CC\u062F", Field::summary},              // lid
    Name{"\u0645\u0644\u062E\u0635", Field::summary},        // mulakhkhas
    Name{"\u0648\u0635\u0641", Field::summary},              // wasf
};

// A character of two bytes, as names are compared.
std::string_view folded_letter(std::string_view letter) {
  constexpr std::string_view kPersianYeh = "\u06CC";
  if (letter == "\u064A" || letter == "\u0649") return kPersianYeh;  // YEH, ALEF MAKSURA
  if (letter == "\u0643") return "\u06A9";                           // KAF -> KEHEH
  if (letter == "\u0629") return "\u0647";                           // TEH MARBUTA -> HEH
  return letter;
}

std::string folded(std::string_view name) {
  constexpr std::string_view kZwnj = "\u200C";
  constexpr std::string_view kArticle = "\u0627\u0644";  // al-
  std::string key;
  for (std::size_t at = 0; at < name.size();) {
    const char c = name[at];
    if ((static_cast<unsigned char>(c) & 0xE0) == 0xC0 && at + 1 < name.size()) {
      key += folded_letter(name.substr(at, 2));
      at += 2;
    } else if (name.substr(at).starts_with(kZwnj)) {
      at += kZwnj.size();
    } else {
      if (c >= 'A' && c <= 'Z')
        key += static_cast<char>(c + ('a' - 'A'));
      else if (c != ' ' && c != '_' && c != '-' && c != '\t')
        key += c;
      ++at;
    }
  }
  if (key.starts_with(kArticle) && key.size() > kArticle.size()) key.erase(0, kArticle.size());
  return key;
}

}  // namespace

std::string* field_named(Record& record, std::string_view name) {
  static const std::unordered_map<std::string, Field> fields = [] {
    std::unordered_map<std::string, Field> made;
    for (const Name& known : kNames) made.emplace(known.name, known.field);
    return made;
  }();
  constexpr std::size_t kLongest = 64;
  if (name.size() > kLongest) return nullptr;
  const auto found = fields.find(folded(name));
  if (found == fields.end()) return nullptr;
  switch (found->second) {
    case Field::id:
      return &record.document.id;
    case Field::title:
      return &record.document.title;
    case Field::body:
      return &record.document.body;
    case Field::language:
      return &record.document.language;
    case Field::date:
      return &record.document.date;
    case Field::source:
      return &record.document.source;
    case Field::category:
      return &record.document.category;
    case Field::url:
      return &record.document.url;
    case Field::summary:
      return &record.summary;
  }
  return nullptr;
}

void UnusedFields::take(std::string_view name) {
  constexpr std::size_t kMost = 50;
  if (names_.size() >= kMost || names_.contains(name)) return;
  names_.emplace(name);
  if (on_problem_) on_problem_({Severity::unused, std::string(path_), 0, std::string(name)});
}

}  // namespace khabar
