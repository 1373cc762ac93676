// SPDX-License-Identifier: GPL-2.0-or-later
// The one list of field names, folded: ASCII in lower case; blanks, '_', '-' and ZWNJ left out;
// YEH, KAF and TEH MARBUTA in their Persian forms; without the Arabic article.
#include "corpus/field_names.h"

#include <string>
#include <unordered_map>

namespace khabar {
namespace {

using Field = std::string Document::*;
constexpr Field kSummary = nullptr;  // of the record, not of the document

struct Name {
  std::string_view name;
  Field field;
};

// Names that news dumps, feeds, exports and spreadsheets use. A row's number ("no", "#") is no id,
// for it begins anew in the next file.
constexpr Name kNames[] = {
    Name{"id", &Document::id},
    Name{"docno", &Document::id},
    Name{"docid", &Document::id},
    Name{"documentid", &Document::id},
    Name{"guid", &Document::id},
    Name{"uuid", &Document::id},
    Name{"\u0634\u0646\u0627\u0633\u0647", &Document::id},                    // shenase
    Name{"\u06A9\u062F", &Document::id},                                      // kod
    Name{"\u0645\u0639\u0631\u0641", &Document::id},                          // muarrif
    Name{"\u0631\u0642\u0645\u0627\u0644\u062E\u0628\u0631", &Document::id},  // raqm al-khabar
    Name{"\u0631\u0642\u0645\u0627\u0644\u0645\u0642\u0627\u0644", &Document::id},  // raqm al-maqal
    Name{"\u0631\u0642\u0645\u0627\u0644\u0645\u0627\u062F\u0647", &Document::id},  // raqm al-madda
    Name{"title", &Document::title},
    Name{"headline", &Document::title},
    Name{"heading", &Document::title},
    Name{"subject", &Document::title},
    Name{"name", &Document::title},
    Name{"titlefa", &Document::title},
    Name{"titlear", &Document::title},
    Name{"\u0639\u0646\u0648\u0627\u0646", &Document::title},        // onvan, unwan
    Name{"\u062A\u06CC\u062A\u0631", &Document::title},              // titr
    Name{"\u0633\u0631\u062A\u06CC\u062A\u0631", &Document::title},  // sar-titr
    Name{"\u0633\u0631\u062E\u0637", &Document::title},              // sar-khat
    Name{"body", &Document::body},
    Name{"text", &Document::body},
    Name{"content", &Document::body},
    Name{"contents", &Document::body},
    Name{"fulltext", &Document::body},
    Name{"article", &Document::body},
    Name{"story", &Document::body},
    Name{"message", &Document::body},
    Name{"\u0645\u062A\u0646", &Document::body},                          // matn
    Name{"\u0645\u062D\u062A\u0648\u0627", &Document::body},              // mohtava
    Name{"\u0645\u062A\u0646\u06A9\u0627\u0645\u0644", &Document::body},  // matn-e kamel
    Name{"\u0646\u0635", &Document::body},                                // nass
    Name{"\u0645\u062D\u062A\u0648\u06CC", &Document::body},              // muhtawa
    Name{"\u062E\u0628\u0631", &Document::body},                          // khabar
    Name{"lang", &Document::language},
    Name{"language", &Document::language},
    Name{"\u0632\u0628\u0627\u0646", &Document::language},  // zaban
    Name{"\u0644\u063A\u0647", &Document::language},        // lugha
    Name{"date", &Document::date},
    Name{"published", &Document::date},
    Name{"publishdate", &Document::date},
    Name{"publisheddate", &Document::date},
    Name{"publishedat", &Document::date},
    Name{"publishedon", &Document::date},
    Name{"pubdate", &Document::date},
    Name{"publicationdate", &Document::date},
    Name{"datepublished", &Document::date},
    Name{"datetime", &Document::date},
    Name{"timestamp", &Document::date},
    Name{"createdat", &Document::date},
    Name{"time", &Document::date},
    Name{"\u062A\u0627\u0631\u06CC\u062E", &Document::date},  // tarikh
    Name{"\u062A\u0627\u0631\u06CC\u062E\u0627\u0646\u062A\u0634\u0627\u0631",
         &Document::date},                              // tarikh-e enteshar
    Name{"\u0632\u0645\u0627\u0646", &Document::date},  // zaman
    Name{"\u062A\u0627\u0631\u06CC\u062E\u0627\u0644\u0646\u0634\u0631",
         &Document::date},  // tarikh an-nashr
    Name{"created", &Document::date},
    Name{"\u062A\u0627\u0631\u06CC\u062E\u0646\u0634\u0631", &Document::date},  // tarikh nashr
    Name{"\u0632\u0645\u0627\u0646\u0627\u0646\u062A\u0634\u0627\u0631",
         &Document::date},  // zaman-e enteshar
    Name{"source", &Document::source},
    Name{"publisher", &Document::source},
    Name{"outlet", &Document::source},
    Name{"agency", &Document::source},
    Name{"newspaper", &Document::source},
    Name{"site", &Document::source},
    Name{"sitename", &Document::source},
    Name{"\u0645\u0646\u0628\u0639", &Document::source},                          // manba
    Name{"\u062E\u0628\u0631\u06AF\u0632\u0627\u0631\u06CC", &Document::source},  // khabargozari
    Name{"\u0631\u0648\u0632\u0646\u0627\u0645\u0647", &Document::source},        // ruzname
    Name{"\u0645\u0635\u062F\u0631", &Document::source},                          // masdar
    Name{"\u0648\u06A9\u0627\u0644\u0647", &Document::source},                    // wakala
    Name{"\u0635\u062D\u06CC\u0641\u0647", &Document::source},                    // sahifa
    Name{"channel", &Document::source},
    Name{"media", &Document::source},
    Name{"\u0631\u0633\u0627\u0646\u0647", &Document::source},  // resane
    Name{"\u06A9\u0627\u0646\u0627\u0644", &Document::source},  // kanal
    Name{"\u0642\u0646\u0627\u0647", &Document::source},        // qanat
    Name{"\u062C\u0631\u06CC\u062F\u0647", &Document::source},  // jarida
    Name{"\u0645\u0648\u0642\u0639", &Document::source},        // mawqi'
    Name{"category", &Document::category},
    Name{"section", &Document::category},
    Name{"cat", &Document::category},
    Name{"\u062F\u0633\u062A\u0647", &Document::category},                          // daste
    Name{"\u062F\u0633\u062A\u0647\u0628\u0646\u062F\u06CC", &Document::category},  // daste-bandi
    Name{"\u06AF\u0631\u0648\u0647", &Document::category},                          // goruh
    Name{"\u0628\u062E\u0634", &Document::category},                                // bakhsh
    Name{"\u062A\u0635\u0646\u06CC\u0641", &Document::category},                    // tasnif
    Name{"\u0642\u0633\u0645", &Document::category},                                // qism
    Name{"\u0641\u0626\u0647", &Document::category},                                // fi'a
    Name{"\u0633\u0631\u0648\u06CC\u0633", &Document::category},                    // servis
    Name{"url", &Document::url},
    Name{"link", &Document::url},
    Name{"permalink", &Document::url},
    Name{"href", &Document::url},
    Name{"\u0646\u0634\u0627\u0646\u06CC", &Document::url},  // neshani
    Name{"\u0644\u06CC\u0646\u06A9", &Document::url},        // link
    Name{"\u067E\u06CC\u0648\u0646\u062F", &Document::url},  // peyvand
    Name{"\u0631\u0627\u0628\u0637", &Document::url},        // rabit
    Name{"\u0622\u062F\u0631\u0633", &Document::url},        // adres
    Name{"summary", kSummary},
    Name{"description", kSummary},
    Name{"abstract", kSummary},
    Name{"lead", kSummary},
    Name{"excerpt", kSummary},
    Name{"\u062E\u0644\u0627\u0635\u0647", kSummary},  // kholase
    Name{"\u0686\u06A9\u06CC\u062F\u0647", kSummary},  // chekide
    Name{"\u0644\u06CC\u062F", kSummary},              // lid
    Name{"\u0645\u0644\u062E\u0635", kSummary},        // mulakhkhas
    Name{"\u0648\u0635\u0641", kSummary},              // wasf
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

// "Of the article" behind a name, as Persian and Arabic say it, and before it in English.
constexpr std::string_view kOfArticle[] = {
    "\u0627\u0644\u062E\u0628\u0631",              // al-khabar
    "\u0627\u0644\u0645\u0642\u0627\u0644",        // al-maqal
    "\u0627\u0644\u0645\u0642\u0627\u0644\u0647",  // al-maqala
    "\u0627\u0644\u0645\u0627\u062F\u0647",        // al-madda
    "\u062E\u0628\u0631",                          // khabar
    "\u0645\u0642\u0627\u0644\u0647",              // maqale
    "\u0645\u0637\u0644\u0628",                    // matlab
};
constexpr std::string_view kArticleOf[] = {"news", "article", "post", "story"};

// The name without what says that it is the article's: nass al-maqal -> nass, post_title -> title.
// Not post_name, which is a part of the address.
std::string_view without_article(std::string_view key) {
  for (const std::string_view noun : kOfArticle) {
    if (key.size() > noun.size() && key.ends_with(noun))
      return key.substr(0, key.size() - noun.size());
  }
  for (const std::string_view noun : kArticleOf) {
    if (key.starts_with(noun) && key != "postname") return key.substr(noun.size());
  }
  return {};
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
  const std::string key = folded(name);
  auto found = fields.find(key);
  if (found == fields.end()) found = fields.find(std::string(without_article(key)));
  if (found == fields.end()) return nullptr;
  return found->second == kSummary ? &record.summary : &(record.document.*found->second);
}

void UnusedFields::take(std::string_view name) {
  constexpr std::size_t kMost = 50;
  if (names_.size() >= kMost || names_.contains(name)) return;
  names_.emplace(name);
  if (on_problem_) on_problem_({Severity::unused, std::string(path_), 0, std::string(name)});
}

}  // namespace khabar
