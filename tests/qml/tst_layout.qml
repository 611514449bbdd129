// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtTest
import Escale.Ui

Item {
    id: scene

    height: 800
    width: 1280

    Finder {
        id: finder
    }

    Stage {
        id: stage

        PageFrame {
            id: frame

            hint: "Touchez l’image."
            partName: "Votre logement"
            partNumber: 4
            title: "Où habitez-vous aujourd’hui ?"

            ChoiceGrid {
                id: grid

                anchors.fill: parent
                choices: scene.answers(8)
                selected: [3]

                onChosen: value => scene.lastChosen = value
            }
        }
    }

    property var lastChosen

    function answers(count) {
        return Array.from({
            "length": count
        }, (unused, i) => ({
                    "value": i,
                    "text": "Réponse " + i,
                    "icon": "logement-loue"
                }));
    }

    SignalSpy {
        id: back

        signalName: "back"
        target: frame
    }

    TestCase {
        name: "Layout"
        when: windowShown

        function init() {
            scene.width = 1280;
            scene.height = 800;
            Theme.rightToLeft = false;
            Theme.largeText = false;
            frame.error = "";
            grid.choices = scene.answers(8);
            settle();
        }

        // Rows and grids place their children just before the next frame.
        function settle() {
            stage.opacity = 0.99;
            waitForRendering(stage, 1000);
            stage.opacity = 1;
            waitForRendering(stage, 1000);
        }

        function place(name) {
            const item = finder.named(scene, name);
            verify(item !== null, "no " + name);
            return finder.place(item, scene);
        }

        function near(actual, wanted, what) {
            verify(Math.abs(actual - wanted) <= 4, what + ": " + actual + ", not " + wanted);
        }

        function test_the_places_of_the_picture_04_in_landscape() {
            near(place("Retour").y, 16, "Retour");
            near(place("Écouter").y, 213, "Écouter");
            near(place("Aide").y, 338, "Aide");
            near(place("Langue").y, 463, "Langue");
            near(place("Terminer et effacer").y, 659, "Terminer");
            near(place("Continuer").x, 980, "Continuer");
            near(place("Continuer").y, 695, "Continuer");
            near(place("Réponse 0").x, 204, "first card");
            near(place("Réponse 0").y, 214, "first card");
            near(place("Réponse 7").x, 998, "last card");
            near(place("Réponse 7").y, 444, "last card");
        }

        function test_right_to_left_mirrors_every_place() {
            const names = ["Retour", "Écouter", "Terminer et effacer", "Continuer", "Réponse 0", "Réponse 5"];
            const before = names.map(name => place(name));
            Theme.rightToLeft = true;
            settle();
            names.forEach((name, i) => {
                const after = place(name);
                near(after.x, 1280 - before[i].x - before[i].width, name);
            });
        }

        function test_the_quay_lies_down_in_portrait_in_its_order() {
            scene.width = 800;
            scene.height = 1280;
            settle();
            const order = ["Terminer et effacer", "Langue", "Aide", "Écouter"].map(name => place(name));
            for (let i = 0; i < 4; ++i) {
                near(order[i].y, 1138, "quay");
                verify(i === 0 || order[i].x >= order[i - 1].x + order[i - 1].width + 16);
            }
            near(place("Retour").y, 27, "Retour");
            near(place("Continuer").y, 1017, "Continuer");
            near(place("Réponse 1").x, 411, "second card");
        }

        function test_targets_are_64_px_8_px_apart_and_inside_data() {
            return [
                {
                    "tag": "landscape"
                },
                {
                    "tag": "right to left",
                    "rtl": true
                },
                {
                    "tag": "large",
                    "large": true
                },
                {
                    "tag": "portrait",
                    "portrait": true
                }
            ];
        }

        function test_targets_are_64_px_8_px_apart_and_inside(row) {
            scene.width = row.portrait ? 800 : 1280;
            scene.height = row.portrait ? 1280 : 800;
            Theme.rightToLeft = row.rtl ?? false;
            Theme.largeText = row.large ?? false;
            settle();
            const items = finder.pressables(scene);
            verify(items.length >= 10);
            const places = items.map(item => finder.place(item, scene));
            for (let i = 0; i < items.length; ++i) {
                const r = places[i];
                verify(r.width >= 64 && r.height >= 64, items[i].accessibleName);
                verify(r.x >= 0 && r.y >= 0 && r.x + r.width <= scene.width && r.y + r.height <= scene.height, items[i].accessibleName + " " + r);
                for (let j = i + 1; j < items.length; ++j)
                    verify(finder.apart(r, places[j]) >= 8, items[i].accessibleName + " / " + items[j].accessibleName);
            }
        }

        function test_the_scale_is_one_factor_for_everything() {
            scene.width = 1920;
            scene.height = 1200;
            compare(Theme.scale, 1.5);
            compare(stage.width, 1280);
            compare(Theme.scaleFor(800, 1280), 1);
            compare(Theme.scaleFor(1920, 1080), 1.35);
        }

        function test_an_error_takes_the_place_of_the_hint_and_pushes_the_answers() {
            const before = place("Réponse 0").y;
            frame.error = "Choisissez une réponse.";
            settle();
            const hints = finder.all(scene, item => item.text === "Touchez l’image." && item.visible);
            compare(hints.length, 0);
            near(place("Réponse 0").y, before + 26, "first card");
            verify(place("Réponse 7").y + place("Réponse 7").height <= place("Continuer").y);
        }

        function test_there_is_exactly_one_heading() {
            compare(finder.all(scene, item => item.heading === true).length, 1);
        }

        function test_a_choice_says_its_value_and_nothing_else_changes() {
            mouseClick(finder.named(scene, "Réponse 5"));
            compare(scene.lastChosen, 5);
            compare(finder.named(scene, "Réponse 3").selected, true);
            compare(finder.named(scene, "Réponse 5").selected, false);
        }

        function test_more_than_twelve_answers_are_shown_by_pages() {
            grid.choices = scene.answers(21);
            settle();
            compare(finder.named(scene, "Réponse 12"), null);
            mouseClick(finder.all(scene, item => item.icon === "suite" && item.faceItem !== undefined)[0]);
            verify(finder.named(scene, "Réponse 12") !== null);
            verify(finder.named(scene, "Réponse 20") !== null);
            compare(finder.named(scene, "Réponse 0"), null);
        }

        function test_back_is_said_by_the_frame() {
            back.clear();
            mouseClick(finder.named(scene, "Retour"));
            compare(back.count, 1);
        }
    }
}
