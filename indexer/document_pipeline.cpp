// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document_pipeline.h"

#include <algorithm>
#include <utility>

#include "indexer/start_threads.h"

namespace khabar {
namespace {
// Enough to keep all threads busy over a long article, little enough to stay small in memory.
constexpr std::size_t kSlotsPerThread = 64;
// Of text: an analyzed document takes more than ten times as much.
constexpr std::size_t kMaxBytes = 8 * 1024 * 1024;
}  // namespace

DocumentPipeline::DocumentPipeline(unsigned threads, std::string language, Write write)
    : language_(std::move(language)),
      write_(std::move(write)),
      capacity_(kSlotsPerThread * std::max(threads, 1U)) {
  const auto start = [&] {
    for (unsigned i = 0; i < std::max(threads, 1U); ++i) {
      threads_.emplace_back([this] { analyze_documents(); });
    }
    threads_.emplace_back([this] { write_documents(); });
  };
  start_threads(start, [this] { stop(); });
}

DocumentPipeline::~DocumentPipeline() { stop(); }

void DocumentPipeline::stop() {
  {
    const std::scoped_lock lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
}

void DocumentPipeline::add(Document document) {
  std::unique_lock lock(mutex_);
  const std::size_t bytes = document.title.size() + document.body.size();
  changed_.wait(lock, [&] {
    const bool fits = slots_.empty() || bytes_ + bytes <= kMaxBytes;
    return (slots_.size() < capacity_ && fits) || failure_;
  });
  throw_failure();
  bytes_ += bytes;
  slots_.push_back({std::move(document), {}, Stage::waiting, bytes});
  lock.unlock();
  changed_.notify_all();
}

void DocumentPipeline::drain() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return slots_.empty() || failure_; });
  throw_failure();
}

void DocumentPipeline::fail(std::exception_ptr failure) {
  if (!failure_) failure_ = std::move(failure);
  stopping_ = true;
  changed_.notify_all();
}

void DocumentPipeline::throw_failure() {
  if (failure_) std::rethrow_exception(failure_);
}

void DocumentPipeline::analyze_documents() {
  TokenList tokens;
  std::unique_lock lock(mutex_);
  const auto waiting = [](const Slot& slot) { return slot.stage == Stage::waiting; };
  for (;;) {
    auto slot = slots_.end();
    changed_.wait(lock, [&] {
      slot = std::find_if(slots_.begin(), slots_.end(), waiting);
      return stopping_ || slot != slots_.end();
    });
    if (stopping_) return;
    Slot& mine = *slot;
    mine.stage = Stage::analyzing;
    lock.unlock();
    IndexableDocument indexable;
    std::exception_ptr failure;
    try {
      indexable = make_indexable(mine.document, language_, tokens);
    } catch (...) {
      failure = std::current_exception();
    }
    lock.lock();
    if (failure) return fail(std::move(failure));
    mine.indexable = std::move(indexable);
    mine.stage = Stage::ready;
    if (&mine == &slots_.front()) changed_.notify_all();
  }
}

void DocumentPipeline::write_documents() {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] {
      return stopping_ || (!slots_.empty() && slots_.front().stage == Stage::ready);
    });
    if (stopping_) return;
    Slot& slot = slots_.front();
    lock.unlock();
    std::exception_ptr failure;
    try {
      write_(std::move(slot.document), std::move(slot.indexable));
    } catch (...) {
      failure = std::current_exception();
    }
    lock.lock();
    if (failure) return fail(std::move(failure));
    bytes_ -= slots_.front().bytes;
    slots_.pop_front();
    changed_.notify_all();
  }
}

}  // namespace khabar
