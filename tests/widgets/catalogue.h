// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QStringList>
#include <QXmlStreamReader>
#include <vector>

// What stands in a .ts file.
namespace mimesys::widgets {

struct Message {
    QString context;
    QString source;
    QString comment;
    QString state;  // empty: finished
    bool numerus = false;
    QStringList forms;  // one, or one per plural form

    [[nodiscard]] bool isFinished() const { return state.isEmpty(); }
    [[nodiscard]] QString key() const { return context + QChar(1) + source + QChar(1) + comment; }
};

inline Message readMessage(QXmlStreamReader& xml, const QString& context) {
    Message message;
    message.context = context;
    message.numerus = xml.attributes().value(QStringLiteral("numerus")) == QStringLiteral("yes");
    while (xml.readNextStartElement()) {
        if (xml.name() == QStringLiteral("source")) {
            message.source = xml.readElementText();
        } else if (xml.name() == QStringLiteral("comment")) {
            message.comment = xml.readElementText();
        } else if (xml.name() == QStringLiteral("translation")) {
            message.state = xml.attributes().value(QStringLiteral("type")).toString();
            if (!message.numerus) {
                message.forms += xml.readElementText();
                continue;
            }
            while (xml.readNextStartElement()) {
                message.forms += xml.readElementText();
            }
        } else {
            xml.skipCurrentElement();
        }
    }
    return message;
}

// Empty when it cannot be read.
inline std::vector<Message> readCatalogue(const QString& name) {
    QFile file(name);
    std::vector<Message> messages;
    if (!file.open(QIODevice::ReadOnly)) {
        return messages;
    }
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        if (xml.name() == QStringLiteral("name")) {
            context = xml.readElementText();
        } else if (xml.name() == QStringLiteral("message")) {
            messages.push_back(readMessage(xml, context));
        }
    }
    return xml.hasError() ? std::vector<Message>() : messages;
}

}  // namespace mimesys::widgets
