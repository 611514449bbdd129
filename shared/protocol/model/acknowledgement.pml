/* SPDX-License-Identifier: GPL-3.0-or-later
 * Acknowledgement, retry and high-water mark of one device, as ../README.md says them, against a
 * network that loses, doubles and overtakes, and against machines that stop at any moment.
 * What is proved, within which bounds: README.md. Run by the tests (protocol_model_*).
 *
 * Durable: made, first (device); mark, applied[] (server). Everything else is lost at a crash.
 */
#ifndef EDITS
#define EDITS 3
#endif
#ifndef LOSSES
#define LOSSES 2   /* messages lost, in both directions */
#endif
#ifndef DOUBLES
#define DOUBLES 1  /* requests that arrive twice */
#endif
#ifndef OVERTAKES
#define OVERTAKES 1
#endif
#ifndef CRASHES
#define CRASHES 2  /* of the device or of the server */
#endif
#define GAP 255

byte made = 0;            /* edits that people were told were kept */
byte first = 1;           /* oldest edit of the queue; made + 1: empty */
byte mark = 0;            /* the server's high-water mark */
byte applied[EDITS + 1];  /* how many times each edit was applied */
byte promised = 0;        /* greatest mark that left in an answer */

byte losses = LOSSES, doubles = DOUBLES, overtakes = OVERTAKES, crashes = CRASHES;

chan up = [3] of { byte, byte };   /* first and last edit of a batch; 0, 0: asks with nothing */
chan down = [3] of { byte };       /* a mark, or GAP */

/* The answer was received whole: one transaction takes away what it acknowledges. */
inline take(answer) {
    byte gone;
    if
    :: answer == GAP -> relearn = 1
    :: else ->
        relearn = 0;
        gone = first;
        do
        :: gone <= answer && gone <= made ->
            assert(applied[gone] == 1);   /* nothing leaves the queue that the server has not */
            gone++
        :: else -> break
        od;
        if
        :: answer + 1 > first -> first = answer + 1
        :: else                           /* an old answer that comes late says nothing new */
        fi
    fi;
    answer = 0;
    gone = 0
}

active proctype device() {
    byte last, answer;
    bit waits = 0, relearn = 0;
    do
    :: atomic { made < EDITS -> made++ }  /* the edit and its row of the queue: one transaction */
    :: atomic { !waits && first <= made && !relearn && nfull(up) ->
        last = first;
        do                                /* a batch of any size */
        :: last < made -> last++
        :: break
        od;
        up!first, last;
        last = 0;
        waits = 1 }
    :: atomic { !waits && relearn && nfull(up) -> up!0, 0; waits = 1 }
    :: atomic { down?answer -> waits = 0; take(answer) }
    :: atomic { waits && timeout -> waits = 0 }   /* nothing came: the same edits again */
    :: atomic { waits && crashes > 0 -> crashes--; waits = 0; relearn = 0 }
    :: first == EDITS + 1 -> break
    od;
    do                                    /* what is still on its way is heard and changes nothing */
    :: down?answer
    od
}

/* One worker. Several run at once: threads of a server, or servers on one database. */
active [2] proctype server() {
    byte from, to, seen, next;
end:
    do
    :: up?from, to ->
        seen = mark;                      /* read before the transaction */
        if
        :: from > seen + 1 -> to = GAP
        :: else ->
#ifdef ACKNOWLEDGE_BEFORE_COMMIT
            if
            :: nfull(down) && to > 0 -> down!to
            :: else
            fi;
#endif
            if
            :: atomic { crashes > 0 -> crashes--; goto lost }  /* before the commit: nothing of it is there */
            :: skip
            fi;
            atomic {                      /* the transaction, on disk when it ends */
#ifdef FORGET_IDEMPOTENCE
                next = from;
#else
                next = mark + 1;
                if
                :: from > 0 && next < from -> next = from
                :: else
                fi;
#endif
                do
                :: to > 0 && next <= to ->
                    applied[next]++;
                    assert(applied[next] == 1);     /* no edit twice */
                    assert(next == 1 || applied[next - 1] == 1); /* no gap */
                    next++
                :: else -> break
                od;
                if
                :: to > mark -> mark = to
                :: else
                fi
            };
            if
            :: atomic { crashes > 0 -> crashes--; goto lost }  /* after it: done, and nobody hears */
            :: skip
            fi;
            to = mark
        fi;
        atomic {
            if
            :: nfull(down) -> down!to;
                if
                :: to != GAP && to > promised -> promised = to
                :: else
                fi
            :: full(down)                 /* nobody listens any more */
            fi
        };
lost:   from = 0; to = 0; seen = 0; next = 0
    od
}

active proctype network() {
    byte a, b;
end:
    do
    :: atomic { losses > 0 && nempty(up) -> losses--; up?a, b }
    :: atomic { losses > 0 && nempty(down) -> losses--; down?a }
    :: atomic { doubles > 0 && nempty(up) && nfull(up) -> doubles--; up?a, b; up!a, b; up!a, b }
    :: atomic { overtakes > 0 && len(up) > 1 -> overtakes--; up?a, b; up!a, b }
    :: atomic { overtakes > 0 && len(down) > 1 -> overtakes--; down?a; down!a }
    od
}

/* A promise holds for ever: the mark never goes below what an answer said. */
ltl promise { [] (mark >= promised) }
/* Faults are counted: once they are spent, everything that was kept arrives. */
ltl arrives { <> (first == EDITS + 1) }
