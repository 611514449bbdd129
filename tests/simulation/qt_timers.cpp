// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/qt_timers.h"

#include <QAbstractEventDispatcher>
#include <QThread>
#include <QTimerEvent>

#include <map>
#include <vector>

namespace escale::simulation {
namespace {

/// What Qt asks to be woken by. It stays with the thread; the timeline changes with the day.
class Dispatcher final : public QAbstractEventDispatcher {
public:
    void setTimeline(Timeline* timeline) {
        m_timeline = timeline;
        m_timers.clear();
    }

    void registerTimer(int id, qint64 interval, Qt::TimerType /*type*/, QObject* object) override {
        m_timers[id] = {object, interval, 0};
        arm(id);
    }
    bool unregisterTimer(int id) override {
        const auto timer = m_timers.find(id);
        if (timer == m_timers.end())
            return false;
        if (m_timeline)
            m_timeline->cancel(timer->second.next);
        m_timers.erase(timer);
        return true;
    }
    bool unregisterTimers(QObject* object) override {
        std::vector<int> ids;
        for (const auto& [id, timer] : m_timers) {
            if (timer.object == object)
                ids.push_back(id);
        }
        for (const int id : ids)
            unregisterTimer(id);
        return !ids.empty();
    }
    QList<TimerInfo> registeredTimers(QObject* object) const override {
        QList<TimerInfo> all;
        for (const auto& [id, timer] : m_timers) {
            if (timer.object == object)
                all.append(TimerInfo(id, static_cast<int>(timer.interval), Qt::CoarseTimer));
        }
        return all;
    }
    int remainingTime(int /*id*/) override { return -1; }
    bool processEvents(QEventLoop::ProcessEventsFlags /*flags*/) override { return false; }
    void registerSocketNotifier(QSocketNotifier* /*notifier*/) override {}
    void unregisterSocketNotifier(QSocketNotifier* /*notifier*/) override {}
    void wakeUp() override {}
    void interrupt() override {}

private:
    struct Timer {
        QObject* object = nullptr;
        qint64 interval = 0;
        Timeline::Id next = 0;
    };
    void arm(int id) {
        m_timers[id].next = m_timeline->in(m_timers[id].interval, [this, id] { ring(id); });
    }
    void ring(int id) {
        QObject* object = m_timers[id].object;
        arm(id); // a timer that rings once stops itself
        QTimerEvent event(id);
        object->event(&event);
    }

    Timeline* m_timeline = nullptr;
    std::map<int, Timer> m_timers;
};

Dispatcher& dispatcher() {
    auto* present = QThread::currentThread()->eventDispatcher();
    if (!present) {
        QThread::currentThread()->setEventDispatcher(new Dispatcher); // the thread owns it
        present = QThread::currentThread()->eventDispatcher();
    }
    return *static_cast<Dispatcher*>(present);
}

} // namespace

QtTimers::QtTimers(Timeline& timeline) {
    dispatcher().setTimeline(&timeline);
}

QtTimers::~QtTimers() {
    dispatcher().setTimeline(nullptr);
}

} // namespace escale::simulation
