// SPDX-License-Identifier: GPL-3.0-or-later
// Papers to take away: choose one, look at its pages, print it.
#pragma once

#include "client/papers/printer.h"
#include "client/viewmodels/paper_words.h"
#include "shared/papers/paper.h"

#include <QImage>
#include <QObject>
#include <QUrl>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace escale {

class PieceImages;

class PapersViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by Departure")
    /// [{value, text, second, icon}], for ChoiceGrid.
    Q_PROPERTY(QVariantList choices READ choices NOTIFY wordsChanged)
    Q_PROPERTY(bool printerThere READ printerThere NOTIFY printerChanged)
    Q_PROPERTY(QString title READ title NOTIFY pageChanged) // of the paper that is open
    Q_PROPERTY(int page READ page NOTIFY pageChanged)       // from 1
    Q_PROPERTY(int pageCount READ pageCount NOTIFY pageChanged)
    /// image://escale-papier/… of the page; changes with each page.
    Q_PROPERTY(QUrl image READ image NOTIFY pageChanged)
    /// What the paper says, for who cannot see it.
    Q_PROPERTY(QString words READ words NOTIFY pageChanged)
    Q_PROPERTY(bool printing READ printing NOTIFY printerChanged)
    /// What became of the printing, in a sentence; empty before.
    Q_PROPERTY(QString message READ message NOTIFY printerChanged)
    Q_PROPERTY(bool failed READ failed NOTIFY printerChanged)

public:
    /// The paper of the dossier that is open, in the language shown; nothing when there is none.
    using Maker = std::function<std::optional<papers::Paper>(PaperKind)>;

    /// `printer` may be null: nothing is printed here.
    explicit PapersViewModel(std::shared_ptr<papers::Printer> printer, QObject* parent = nullptr);
    ~PapersViewModel() override;
    void setMaker(Maker maker) { m_maker = std::move(maker); }
    /// Asks whether there is a printer, without waiting: printerChanged() says it.
    void lookForPrinter();
    /// A word of paperKindOf(); false when it cannot be made.
    bool open(const QString& kind);
    void close();
    /// The language has changed.
    void retranslate();
    /// For the QML engine, under the name "escale-papier".
    [[nodiscard]] const std::shared_ptr<PieceImages>& images() const { return m_images; }

    [[nodiscard]] QVariantList choices() const;
    [[nodiscard]] bool printerThere() const { return m_printerThere; }
    [[nodiscard]] QString title() const;
    [[nodiscard]] int page() const { return m_page + 1; }
    [[nodiscard]] int pageCount() const { return static_cast<int>(m_pages.size()); }
    [[nodiscard]] QUrl image() const;
    [[nodiscard]] QString words() const;
    [[nodiscard]] bool printing() const { return m_printing; }
    [[nodiscard]] QString message() const;
    [[nodiscard]] bool failed() const;

    /// Next page; the first one after the last.
    Q_INVOKABLE void turn();
    /// On a thread of its own: message() says what became of it.
    Q_INVOKABLE void print();

signals:
    void wordsChanged();
    void pageChanged();
    void printerChanged();

private:
    void showPage(int page);
    void printed(const QString& word);

    std::shared_ptr<papers::Printer> m_printer;
    Maker m_maker;
    std::optional<papers::Paper> m_paper;
    QString m_kind;
    std::vector<QImage> m_pages;
    int m_page = 0;
    qint64 m_shown = 0; // a new address each time, so that nothing is cached
    bool m_printerThere = false;
    bool m_printing = false;
    QString m_outcome; // "", "fait", or the name of what went wrong
    std::shared_ptr<PieceImages> m_images;
};

} // namespace escale
