// SPDX-License-Identifier: GPL-2.0-or-later
#include "analyzers/clitics.h"

#include <algorithm>

namespace khabar {
namespace {

// What a clitic hangs on has two letters at least (they take two bytes each).
constexpr std::size_t kMinBaseBytes = 4;

class Forms {
 public:
  Forms(std::string_view word, const Language& language) : word_(word), language_(language) {
    stem_ = std::string(stem_of(word));
  }

  // The word without what may stand before it: a conjunction within a phrase is part of it.
  std::string without_front(bool first) const {
    std::string base(word_);
    for (const std::string_view front : language_.clitics->fronts) {
      if (!word_.starts_with(front) || (!first && front != language_.article)) continue;
      const std::string_view rest = word_.substr(front.size());
      if (rest.size() < base.size() && is_form(rest)) base = std::string(rest);
    }
    return base;
  }

  // `base` without what may stand behind it.
  std::string without_end(const std::string& base) const {
    std::string shortest = base;
    for (const std::string_view end : language_.clitics->ends) {
      if (!base.ends_with(end)) continue;
      const std::string rest = base.substr(0, base.size() - end.size());
      if (rest.size() < shortest.size() && is_form(rest)) shortest = rest;
    }
    return shortest;
  }

  void add(std::string form) {
    if (form == word_ || !is_form(form)) return;
    if (std::find(forms_.begin(), forms_.end(), form) == forms_.end())
      forms_.push_back(std::move(form));
  }

  std::vector<std::string> take() { return std::move(forms_); }

 private:
  std::string_view stem_of(std::string_view word) const {
    return language_.stem == nullptr ? word : language_.stem(word, scratch_);
  }
  bool is_form(std::string_view form) const {
    return form.size() >= kMinBaseBytes && form.size() <= kMaxWordBytes && stem_of(form) == stem_;
  }

  std::string_view word_;
  const Language& language_;
  std::string stem_;
  mutable std::string scratch_;
  std::vector<std::string> forms_;
};

}  // namespace

std::vector<std::string> forms_with_clitics(std::string_view word, const Language& language,
                                            PhrasePlace place) {
  if (language.clitics == nullptr || word.size() < kMinBaseBytes) return {};
  const Clitics& clitics = *language.clitics;
  Forms forms(word, language);
  const std::string base = forms.without_front(place.first);
  const std::string bare = forms.without_end(base);
  forms.add(base);
  forms.add(bare);
  if (!language.article.empty()) forms.add(std::string(language.article) + base);
  for (const std::string_view end : clitics.inner) forms.add(bare + std::string(end));
  if (place.first) {
    for (const std::string_view front : clitics.fronts) forms.add(std::string(front) + base);
  }
  if (place.last) {
    for (const std::string_view end : clitics.ends) forms.add(bare + std::string(end));
  }
  return forms.take();
}

std::vector<std::string> new_forms_with_clitics(std::string_view word, const Language& language) {
  constexpr std::size_t kMinNewBytes = 10;  // five letters
  constexpr std::uint32_t kSlips = 3;       // articles in which a word is no more than a slip
  std::vector<std::string> forms;
  if (language.clitics == nullptr || language.count == nullptr) return forms;
  if (word.size() < kMinNewBytes || language.count(word) >= kSlips) return forms;
  const auto add = [&](std::string form) {
    if (form.size() >= kMinNewBytes && form.size() <= kMaxWordBytes && language.count(form) == 0) {
      forms.push_back(std::move(form));
    }
  };
  for (const std::string_view front : language.clitics->fronts) {
    add(std::string(front).append(word));
    if (word.starts_with(front)) add(std::string(word.substr(front.size())));
  }
  for (const std::string_view end : language.clitics->ends) {
    add(std::string(word).append(end));
    if (word.ends_with(end)) add(std::string(word.substr(0, word.size() - end.size())));
  }
  return forms;
}

}  // namespace khabar
