<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Collection</name>
    <message>
        <source>it has the samples that were wanted</source>
        <translation>sie hat die gewünschten Samples</translation>
    </message>
    <message>
        <source>the time it was given is over</source>
        <translation>die vorgesehene Zeit ist um</translation>
    </message>
    <message>
        <source>the last rounds brought next to nothing new</source>
        <translation>die letzten Runden brachten kaum noch Neues</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>About Mimesys Studio</source>
        <translation>Über Mimesys Studio</translation>
    </message>
    <message>
        <source>Mimesys Studio %1</source>
        <translation>Mimesys Studio %1</translation>
    </message>
    <message>
        <source>Turns a resource-usage trace into an executable workload that makes a machine look as if the traced applications were running on it.

This program is free software under the GNU General Public License, version 3 or later; it comes without any warranty.</source>
        <translation>Macht aus einem Trace der Ressourcennutzung eine ausführbare Workload, die eine Maschine so aussehen lässt, als liefen die aufgezeichneten Anwendungen auf ihr.

Dieses Programm ist freie Software unter der GNU General Public License, Version 3 oder später; es gibt dafür keinerlei Gewährleistung.</translation>
    </message>
    <message>
        <source>Work is in progress</source>
        <translation>Es wird noch gearbeitet</translation>
    </message>
    <message>
        <source>Stop what is running and close the window?</source>
        <translation>Anhalten, was läuft, und das Fenster schließen?</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Anhalten und schließen</translation>
    </message>
    <message>
        <source>A stopped collection keeps its finished rounds, a stopped calibration its stressors, a stopped training what was learnt; a recording is written to the file that was named for it. A run, and a recording without a file, are lost.</source>
        <translation>Eine angehaltene Sammlung behält ihre fertigen Runden, eine angehaltene Kalibrierung ihre Stressoren, ein angehaltenes Training das Gelernte; eine Aufzeichnung wird in die Datei geschrieben, die für sie angegeben wurde. Ein Lauf und eine Aufzeichnung ohne Datei sind verloren.</translation>
    </message>
    <message>
        <source>Traces, plans, sessions, calibrations and models (*.h5 *.hdf5 *.csv *.txt *.log *.gz *.mimesys *.json *.safetensors)</source>
        <translation>Traces, Pläne, Sitzungen, Kalibrierungen und Modelle (*.h5 *.hdf5 *.csv *.txt *.log *.gz *.mimesys *.json *.safetensors)</translation>
    </message>
    <message>
        <source>Export a picture</source>
        <translation>Bild exportieren</translation>
    </message>
    <message>
        <source>Picture as on screen (*.png)</source>
        <translation>Bild wie auf dem Bildschirm (*.png)</translation>
    </message>
    <message>
        <source>Picture, twice as fine, for print (*.png)</source>
        <translation>Bild, doppelt so fein, zum Drucken (*.png)</translation>
    </message>
    <message>
        <source>Picture, four times as fine, for posters (*.png)</source>
        <translation>Bild, viermal so fein, für Poster (*.png)</translation>
    </message>
    <message>
        <source>Lines for a drawing program or the web (*.svg)</source>
        <translation>Linien für ein Zeichenprogramm oder das Web (*.svg)</translation>
    </message>
    <message>
        <source>Document (*.pdf)</source>
        <translation>Dokument (*.pdf)</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>Nicht gespeicherte Änderungen</translation>
    </message>
    <message>
        <source>Save the changes to the session %1?</source>
        <translation>Die Änderungen an der Sitzung %1 speichern?</translation>
    </message>
    <message>
        <source>Plans and recordings that were made here and not exported exist in the session only.</source>
        <translation>Pläne und Aufzeichnungen, die hier entstanden und nicht exportiert sind, gibt es nur in der Sitzung.</translation>
    </message>
</context>
<context>
    <name>EditJob</name>
    <message>
        <source>%1 (edited)</source>
        <translation>%1 (bearbeitet)</translation>
    </message>
</context>
<context>
    <name>EditTexts</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Trim%1</source>
        <translation>Zuschneiden%1</translation>
    </message>
    <message>
        <source>Cut off%1</source>
        <translation>Herausschneiden%1</translation>
    </message>
    <message>
        <source>Keep what is before %1</source>
        <translation>Behalten, was vor %1 liegt</translation>
    </message>
    <message>
        <source>Keep what is after %1</source>
        <translation>Behalten, was nach %1 liegt</translation>
    </message>
    <message>
        <source>Scale %1 by %2%3</source>
        <translation>Skalieren: %1 mit %2%3</translation>
    </message>
    <message>
        <source>Shift %1 by %2%3</source>
        <translation>Verschieben: %1 um %2%3</translation>
    </message>
    <message>
        <source>Repeat %1 times%2</source>
        <translation>%1-mal wiederholen%2</translation>
    </message>
    <message>
        <source>Smooth %1 over %2%3</source>
        <translation>Glätten: %1 über %2%3</translation>
    </message>
    <message>
        <source>Mask %1%2</source>
        <translation>Maskieren: %1%2</translation>
    </message>
    <message>
        <source>Scale %1 by %2</source>
        <translation>Skalieren: %1 mit %2</translation>
    </message>
    <message>
        <source>Replace %1 by %2</source>
        <translation>Ersetzen: %1 durch %2</translation>
    </message>
    <message>
        <source>Set %1 to %2</source>
        <translation>Setzen: %1 auf %2</translation>
    </message>
    <message>
        <source>Lock %1</source>
        <translation>Sperren: %1</translation>
    </message>
    <message>
        <source>Unlock %1</source>
        <translation>Entsperren: %1</translation>
    </message>
    <message>
        <source>, %1–%2</source>
        <translation>, %1–%2</translation>
    </message>
    <message>
        <source>end</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>all metrics</source>
        <translation>alle Metriken</translation>
    </message>
    <message>
        <source>all stressors</source>
        <translation>alle Stressoren</translation>
    </message>
    <message>
        <source>in window %1</source>
        <translation>in Fenster %1</translation>
    </message>
    <message>
        <source>in windows %1–%2</source>
        <translation>in den Fenstern %1–%2</translation>
    </message>
    <message>
        <source>on CPU %1</source>
        <translation>auf CPU %1</translation>
    </message>
    <message>
        <source>on CPUs %1–%2</source>
        <translation>auf den CPUs %1–%2</translation>
    </message>
</context>
<context>
    <name>Jobs</name>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>Ersetzt</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>earlier</source>
        <translation>früher</translation>
    </message>
    <message>
        <source>later</source>
        <translation>später</translation>
    </message>
    <message>
        <source>less time, at the pointer</source>
        <translation>weniger Zeit, am Zeiger</translation>
    </message>
    <message>
        <source>more time, at the pointer</source>
        <translation>mehr Zeit, am Zeiger</translation>
    </message>
    <message>
        <source>show everything</source>
        <translation>alles zeigen</translation>
    </message>
    <message>
        <source>previous view</source>
        <translation>vorige Ansicht</translation>
    </message>
    <message>
        <source>begin of the trace</source>
        <translation>Anfang des Traces</translation>
    </message>
    <message>
        <source>end of the trace</source>
        <translation>Ende des Traces</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Mausrad</translation>
    </message>
    <message>
        <source>zoom at the pointer</source>
        <translation>am Zeiger zoomen</translation>
    </message>
    <message>
        <source>Drag, Shift + wheel</source>
        <translation>Ziehen, Umschalt + Mausrad</translation>
    </message>
    <message>
        <source>move in time</source>
        <translation>in der Zeit bewegen</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Doppelklick</translation>
    </message>
    <message>
        <source>Wheel over the names, ↑ / ↓, Page Up / Down</source>
        <translation>Mausrad über den Namen, ↑ / ↓, Bild auf / ab</translation>
    </message>
    <message>
        <source>scroll the lanes</source>
        <translation>die Bahnen rollen</translation>
    </message>
    <message>
        <source>Click a heading or “cores”</source>
        <translation>Klick auf eine Überschrift oder „Kerne“</translation>
    </message>
    <message>
        <source>fold or unfold its lanes</source>
        <translation>ihre Bahnen ein- oder ausklappen</translation>
    </message>
    <message>
        <source>Click a row of the composition, ↑ / ↓</source>
        <translation>Klick auf eine Zeile der Zusammensetzung, ↑ / ↓</translation>
    </message>
    <message>
        <source>show that stressor on each CPU</source>
        <translation>diesen Stressor auf jeder CPU zeigen</translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation>Tasten und Maus</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Wirkung</translation>
    </message>
    <message>
        <source>Keys or mouse</source>
        <translation>Tasten oder Maus</translation>
    </message>
    <message>
        <source>In timelines and maps</source>
        <translation>In Zeitlinien und Karten</translation>
    </message>
    <message>
        <source>With the mouse, and in single views</source>
        <translation>Mit der Maus und in einzelnen Ansichten</translation>
    </message>
    <message>
        <source>previous sample</source>
        <translation>voriger Messpunkt</translation>
    </message>
    <message>
        <source>next sample</source>
        <translation>nächster Messpunkt</translation>
    </message>
    <message>
        <source>put measuring cursor A here, or take it away</source>
        <translation>Messcursor A hierher setzen oder entfernen</translation>
    </message>
    <message>
        <source>put measuring cursor B here, or take it away</source>
        <translation>Messcursor B hierher setzen oder entfernen</translation>
    </message>
    <message>
        <source>select from here on</source>
        <translation>ab hier auswählen</translation>
    </message>
    <message>
        <source>select up to here</source>
        <translation>bis hier auswählen</translation>
    </message>
    <message>
        <source>zoom to the selection</source>
        <translation>auf die Auswahl zoomen</translation>
    </message>
    <message>
        <source>drop the selection, then the measuring cursors</source>
        <translation>die Auswahl aufheben, dann die Messcursor</translation>
    </message>
    <message>
        <source>Ctrl + drag</source>
        <translation>Strg + Ziehen</translation>
    </message>
    <message>
        <source>zoom to what is framed</source>
        <translation>auf das Umrahmte zoomen</translation>
    </message>
    <message>
        <source>Shift + drag, Shift + click</source>
        <translation>Umschalt + Ziehen, Umschalt + Klick</translation>
    </message>
    <message>
        <source>select a range of time</source>
        <translation>einen Zeitbereich auswählen</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>Klick</translation>
    </message>
    <message>
        <source>set the time that keys act on</source>
        <translation>die Zeit setzen, auf die Tasten wirken</translation>
    </message>
    <message>
        <source>Drag a measuring cursor or an end of the selection</source>
        <translation>Ziehen eines Messcursors oder eines Endes der Auswahl</translation>
    </message>
    <message>
        <source>move it</source>
        <translation>es verschieben</translation>
    </message>
    <message>
        <source>Delete, F5 in the list of jobs</source>
        <translation>Entf, F5 in der Liste der Jobs</translation>
    </message>
    <message>
        <source>cancel a job, do it again</source>
        <translation>einen Job abbrechen, noch einmal ausführen</translation>
    </message>
</context>
<context>
    <name>LanguageMenu</name>
    <message>
        <source>&amp;System</source>
        <translation>&amp;System</translation>
    </message>
    <message>
        <source>Speak the language of the system</source>
        <translation>Die Sprache des Systems sprechen</translation>
    </message>
    <message>
        <source>Speak %1 from the next start on</source>
        <translation>Ab dem nächsten Start %1 sprechen</translation>
    </message>
</context>
<context>
    <name>Machines</name>
    <message>
        <source>This machine</source>
        <translation>Diese Maschine</translation>
    </message>
    <message>
        <source>Simulated %1</source>
        <translation>%1, simuliert</translation>
    </message>
</context>
<context>
    <name>Method</name>
    <message>
        <source>Diffusion</source>
        <translation>Diffusion</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Interpolation</source>
        <translation>Interpolation</translation>
    </message>
    <message>
        <source>Single stressor</source>
        <translation>Einzelner Stressor</translation>
    </message>
    <message>
        <source>%1 plan</source>
        <translation>Plan (%1)</translation>
    </message>
</context>
<context>
    <name>Metric</name>
    <message>
        <source>CPU, socket %1</source>
        <translation>CPU, Sockel %1</translation>
    </message>
    <message>
        <source>CPU utilisation</source>
        <translation>CPU-Auslastung</translation>
    </message>
    <message>
        <source>Instr. per cycle</source>
        <translation>Befehle pro Takt</translation>
    </message>
    <message>
        <source>Memory read</source>
        <translation>Speicher lesen</translation>
    </message>
    <message>
        <source>Memory write</source>
        <translation>Speicher schreiben</translation>
    </message>
    <message>
        <source>Memory traffic</source>
        <translation>Speicherverkehr</translation>
    </message>
    <message>
        <source>Local memory traffic</source>
        <translation>Lokaler Speicherverkehr</translation>
    </message>
    <message>
        <source>Memory used</source>
        <translation>Belegter Speicher</translation>
    </message>
    <message>
        <source>Cache references</source>
        <translation>Cache-Zugriffe</translation>
    </message>
    <message>
        <source>Cache misses</source>
        <translation>Cache-Fehlzugriffe</translation>
    </message>
    <message>
        <source>Cache occupancy</source>
        <translation>Cache-Belegung</translation>
    </message>
    <message>
        <source>Disk read</source>
        <translation>Platte lesen</translation>
    </message>
    <message>
        <source>Disk write</source>
        <translation>Platte schreiben</translation>
    </message>
    <message>
        <source>Network in</source>
        <translation>Netz eingehend</translation>
    </message>
    <message>
        <source>Network out</source>
        <translation>Netz ausgehend</translation>
    </message>
    <message>
        <source>CPU pressure</source>
        <translation>CPU-Druck</translation>
    </message>
    <message>
        <source>Memory pressure</source>
        <translation>Speicherdruck</translation>
    </message>
    <message>
        <source>I/O pressure</source>
        <translation>E/A-Druck</translation>
    </message>
    <message>
        <source>Context switches</source>
        <translation>Kontextwechsel</translation>
    </message>
    <message>
        <source>Page faults</source>
        <translation>Seitenfehler</translation>
    </message>
    <message>
        <source>CPU %1</source>
        <translation>CPU %1</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Cache</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Platte</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Andere</translation>
    </message>
</context>
<context>
    <name>Model</name>
    <message>
        <source>U-Net</source>
        <translation>U-Net</translation>
    </message>
    <message>
        <source>Set transformer</source>
        <translation>Set-Transformer</translation>
    </message>
    <message>
        <source>%1 for %2, %3 and %4, from %5.</source>
        <translation>%1 für %2, %3 und %4, aus %5.</translation>
    </message>
    <message numerus="yes">
        <source>%n CPU(s)</source>
        <translation>
            <numerusform>%n CPU</numerusform>
            <numerusform>%n CPUs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stressor(s)</source>
        <translation>
            <numerusform>%n Stressor</numerusform>
            <numerusform>%n Stressoren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n metric(s)</source>
        <translation>
            <numerusform>%n Metrik</numerusform>
            <numerusform>%n Metriken</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 simulated samples</source>
        <translation>%1 simulierten Samples</translation>
    </message>
    <message>
        <source>%1 measured samples</source>
        <translation>%1 gemessenen Samples</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>There is not enough memory for this; close something or use a smaller input.</source>
        <translation>Dafür reicht der Speicher nicht; bitte etwas schließen oder eine kleinere Eingabe verwenden.</translation>
    </message>
    <message>
        <source>Unexpected failure: %1.</source>
        <translation>Unerwarteter Fehler: %1.</translation>
    </message>
</context>
<context>
    <name>Record</name>
    <message>
        <source>recorded %1 s</source>
        <translation>%1 s aufgezeichnet</translation>
    </message>
    <message>
        <source>recorded %1</source>
        <translation>aufgezeichnet %1</translation>
    </message>
    <message>
        <source>The duration is shorter than half a period; record for longer, or shorten the period.</source>
        <translation>Die Dauer ist kürzer als eine halbe Periode; länger aufzeichnen oder die Periode verkürzen.</translation>
    </message>
    <message>
        <source>This format has no place for any metric that can be recorded here; choose a name that ends in .h5.</source>
        <translation>Dieses Format hat für keine der hier aufzeichenbaren Metriken Platz; bitte einen Namen wählen, der auf .h5 endet.</translation>
    </message>
</context>
<context>
    <name>Refine</name>
    <message>
        <source>%1, round %2</source>
        <translation>%1, Runde %2</translation>
    </message>
    <message>
        <source>round %1 on this machine</source>
        <translation>Runde %1 auf dieser Maschine</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>the real trace</source>
        <translation>der echte Trace</translation>
    </message>
    <message>
        <source>the emulation</source>
        <translation>die Emulation</translation>
    </message>
    <message>
        <source>what the plan was made from</source>
        <translation>die Grundlage des Plans</translation>
    </message>
    <message>
        <source>SIMULATED: %1. Nothing of that was measured on a machine.</source>
        <translation>SIMULIERT: %1. Nichts davon wurde auf einer Maschine gemessen.</translation>
    </message>
    <message>
        <source>Shown are %1 to %2 of %3.</source>
        <translation>Gezeigt sind %1 bis %2 von %3.</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Bewertungen</translation>
    </message>
    <message>
        <source>mean DTW distance over the families; 0 is identical, 0.1 about 10 %</source>
        <translation>mittlerer DTW-Abstand über die Familien; 0 ist identisch, 0,1 etwa 10 %</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Familie</translation>
    </message>
    <message>
        <source>DTW</source>
        <translation>DTW</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>Real from</source>
        <translation>Real aus</translation>
    </message>
    <message>
        <source>Emulated from</source>
        <translation>Emuliert aus</translation>
    </message>
    <message>
        <source>RMSE</source>
        <translation>RMSE</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlend</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Emulation</source>
        <translation>Emulation</translation>
    </message>
    <message>
        <source>Mean DTW</source>
        <translation>Mittlerer DTW</translation>
    </message>
    <message>
        <source>%1 (simulated)</source>
        <translation>%1 (simuliert)</translation>
    </message>
    <message>
        <source>%1, shown above</source>
        <translation>%1, oben gezeigt</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>CPUs</source>
        <translation>CPUs</translation>
    </message>
    <message>
        <source>Sockets</source>
        <translation>Sockel</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>Kernel</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>Real trace</source>
        <translation>Echter Trace</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>The files name no machine.</source>
        <translation>Die Dateien nennen keine Maschine.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>none; it exists in the studio or its session only</source>
        <translation>keine; nur im Studio oder in seiner Sitzung vorhanden</translation>
    </message>
    <message>
        <source>Content (XXH3)</source>
        <translation>Inhalt (XXH3)</translation>
    </message>
    <message>
        <source>the file is no longer there</source>
        <translation>die Datei ist nicht mehr da</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>SIMULATED</source>
        <translation>SIMULIERT</translation>
    </message>
    <message>
        <source>recorded</source>
        <translation>aufgezeichnet</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Made from</source>
        <translation>Erstellt aus</translation>
    </message>
    <message>
        <source>SIMULATED measurements</source>
        <translation>SIMULIERTEN Messungen</translation>
    </message>
    <message>
        <source>measurements</source>
        <translation>Messungen</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Generator</source>
        <translation>Generator</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Provenance</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Written by Mimesys Studio %1.</source>
        <translation>Geschrieben von Mimesys Studio %1.</translation>
    </message>
</context>
<context>
    <name>ResourceClass</name>
    <message>
        <source>compute</source>
        <translation>Rechnen</translation>
    </message>
    <message>
        <source>cache</source>
        <translation>Cache</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>disk</source>
        <translation>Platte</translation>
    </message>
    <message>
        <source>network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>kernel</source>
        <translation>Kernel</translation>
    </message>
    <message>
        <source>other</source>
        <translation>Andere</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>Leerlauf</translation>
    </message>
</context>
<context>
    <name>Response</name>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>no change beyond chance</source>
        <translation>keine Änderung über den Zufall hinaus</translation>
    </message>
    <message>
        <source>no change at full dose, but in between</source>
        <translation>keine Änderung bei voller Dosis, wohl aber dazwischen</translation>
    </message>
    <message>
        <source>%1 at full dose</source>
        <translation>%1 bei voller Dosis</translation>
    </message>
    <message>
        <source>%1, not monotone</source>
        <translation>%1, nicht monoton</translation>
    </message>
    <message>
        <source>%1, monotone</source>
        <translation>%1, monoton</translation>
    </message>
    <message>
        <source>%1, 90 % of it from dose %2 % on</source>
        <translation>%1, davon 90 % ab Dosis %2 %</translation>
    </message>
</context>
<context>
    <name>Run</name>
    <message>
        <source>run on this machine</source>
        <translation>Lauf auf dieser Maschine</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>%1 is missing; it was %2. Put it back, or open it from where it is now.</source>
        <translation>%1 fehlt; die Datei war %2. Bitte zurücklegen oder dort öffnen, wo sie jetzt ist.</translation>
    </message>
    <message>
        <source>%1 has changed since the session was saved; it is shown as it is now.</source>
        <translation>%1 hat sich geändert, seit die Sitzung gespeichert wurde; gezeigt wird der jetzige Stand.</translation>
    </message>
</context>
<context>
    <name>StressorClass</name>
    <message>
        <source>Compute</source>
        <translation>Rechnen</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Cache</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Platte</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>Kernel</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>Leerlauf</translation>
    </message>
</context>
<context>
    <name>TestRun</name>
    <message>
        <source>alone</source>
        <translation>allein</translation>
    </message>
    <message>
        <source>beside the workload</source>
        <translation>neben der Workload</translation>
    </message>
    <message>
        <source>beside the real mix</source>
        <translation>neben dem echten Mix</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
</context>
<context>
    <name>TimeAxis</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>not available</source>
        <translation>nicht verfügbar</translation>
    </message>
    <message>
        <source>no effect</source>
        <translation>ohne Wirkung</translation>
    </message>
    <message>
        <source>monotone</source>
        <translation>monoton</translation>
    </message>
    <message>
        <source>not monotone</source>
        <translation>nicht monoton</translation>
    </message>
</context>
<context>
    <name>WhyNot</name>
    <message>
        <source>something else is running; stop it or wait for its end.</source>
        <translation>etwas anderes läuft; es anhalten oder sein Ende abwarten.</translation>
    </message>
    <message>
        <source>open a trace first.</source>
        <translation>erst einen Trace öffnen.</translation>
    </message>
    <message>
        <source>open a plan or generate one first.</source>
        <translation>erst einen Plan öffnen oder generieren.</translation>
    </message>
    <message>
        <source>run the plan or open the recording of an emulation first.</source>
        <translation>erst den Plan ausführen oder die Aufzeichnung einer Emulation öffnen.</translation>
    </message>
    <message>
        <source>the whole trace is shown already.</source>
        <translation>der ganze Trace ist schon zu sehen.</translation>
    </message>
    <message>
        <source>nothing is running.</source>
        <translation>es läuft nichts.</translation>
    </message>
    <message>
        <source>there is no score yet.</source>
        <translation>es gibt noch keine Bewertung.</translation>
    </message>
    <message>
        <source>there is no earlier view.</source>
        <translation>es gibt keine frühere Ansicht.</translation>
    </message>
    <message>
        <source>nothing is open that could be saved.</source>
        <translation>es ist nichts offen, was gespeichert werden könnte.</translation>
    </message>
    <message>
        <source>there is no test run yet.</source>
        <translation>es gibt noch keinen Testlauf.</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Shows resource-usage traces, the plans that imitate them and how close they come.</source>
        <translation>Zeigt Traces der Ressourcennutzung, die Pläne, die sie nachahmen, und wie nahe diese herankommen.</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>DATEI</translation>
    </message>
    <message>
        <source>Recording of an emulation of the trace.</source>
        <translation>Aufzeichnung einer Emulation des Traces.</translation>
    </message>
    <message>
        <source>Execution plan.</source>
        <translation>Ausführungsplan.</translation>
    </message>
    <message>
        <source>Training data to generate from, instead of what is installed for this machine.</source>
        <translation>Trainingsdaten, aus denen generiert wird, statt der für diese Maschine installierten.</translation>
    </message>
    <message>
        <source>Model to generate with, instead of the one installed for this machine: a file, or simulated-c220g2.</source>
        <translation>Modell, mit dem generiert wird, statt des für diese Maschine installierten: eine Datei oder simulated-c220g2.</translation>
    </message>
    <message>
        <source>Folder for the disk stressors&apos; scratch files.</source>
        <translation>Ordner für die Arbeitsdateien der Platten-Stressoren.</translation>
    </message>
    <message>
        <source>FOLDER</source>
        <translation>ORDNER</translation>
    </message>
    <message>
        <source>Print the line “ready” when the window is painted and the files are open.</source>
        <translation>Die Zeile „ready“ ausgeben, wenn das Fenster gezeichnet ist und die Dateien offen sind.</translation>
    </message>
    <message>
        <source>Language of this start: %1. View &gt; Language keeps one.</source>
        <translation>Sprache dieses Starts: %1. „Ansicht &gt; Sprache“ legt eine dauerhaft fest.</translation>
    </message>
    <message>
        <source>LANGUAGE</source>
        <translation>SPRACHE</translation>
    </message>
    <message>
        <source>There is no language “%1”: choose one of %2.
</source>
        <translation>Die Sprache „%1“ gibt es nicht: bitte eine von %2 wählen.
</translation>
    </message>
    <message>
        <source>Write what a window would show to the file of --output and end; needs no display.</source>
        <translation>In die Datei von --output schreiben, was ein Fenster zeigen würde, und enden; braucht keinen Bildschirm.</translation>
    </message>
    <message>
        <source>With --render: a .png, .svg or .pdf picture, an .html report, or the visible values as .csv.</source>
        <translation>Mit --render: ein Bild als .png, .svg oder .pdf, ein Bericht als .html oder die sichtbaren Werte als .csv.</translation>
    </message>
    <message>
        <source>With --render: size of a picture, in pixels.</source>
        <translation>Mit --render: Größe eines Bildes in Pixeln.</translation>
    </message>
    <message>
        <source>With --render: how many times as fine a .png is.</source>
        <translation>Mit --render: wievielmal so fein ein .png ist.</translation>
    </message>
    <message>
        <source>With --render: light or dark.</source>
        <translation>Mit --render: light (hell) oder dark (dunkel).</translation>
    </message>
    <message>
        <source>With --render: print JSON.</source>
        <translation>Mit --render: JSON ausgeben.</translation>
    </message>
    <message>
        <source>Name a .png, .svg, .pdf, .csv or .html file to write to with --output.</source>
        <translation>Nennen Sie mit --output eine .png-, .svg-, .pdf-, .csv- oder .html-Datei, in die geschrieben wird.</translation>
    </message>
    <message>
        <source>The size is not WIDTHxHEIGHT with %1 to %2 pixels each.</source>
        <translation>Die Größe ist nicht BREITExHÖHE mit je %1 bis %2 Pixeln.</translation>
    </message>
    <message>
        <source>The scale is not a number from 0.5 to %1.</source>
        <translation>Der Maßstab ist keine Zahl von 0.5 bis %1.</translation>
    </message>
    <message>
        <source>The theme is neither light nor dark.</source>
        <translation>Das Farbschema ist weder light noch dark.</translation>
    </message>
    <message>
        <source>Traces, plans and sessions. The first trace is the real one, a second one its emulation.</source>
        <translation>Traces, Pläne und Sitzungen. Der erste Trace ist der echte, ein zweiter seine Emulation.</translation>
    </message>
    <message>
        <source>Name a session, or traces and plans, to render.</source>
        <translation>Nennen Sie eine Sitzung, oder Traces und Pläne, die gezeichnet werden sollen.</translation>
    </message>
    <message>
        <source>There is nothing to render in these files.</source>
        <translation>In diesen Dateien ist nichts zu zeichnen.</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::Actions</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open &amp;emulation…</source>
        <translation>&amp;Emulation öffnen…</translation>
    </message>
    <message>
        <source>Open the recording of an emulation and compare it with the real trace</source>
        <translation>Die Aufzeichnung einer Emulation öffnen und mit dem echten Trace vergleichen</translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation>E&amp;xportieren</translation>
    </message>
    <message>
        <source>&amp;Workload (standalone executable)…</source>
        <translation>&amp;Workload (eigenständiges Programm)…</translation>
    </message>
    <message>
        <source>Write one file that runs the plan on any machine</source>
        <translation>Eine Datei schreiben, die den Plan auf jeder Maschine ausführt</translation>
    </message>
    <message>
        <source>&amp;Plan (HDF5)…</source>
        <translation>&amp;Plan (HDF5)…</translation>
    </message>
    <message>
        <source>Write the plan to a file</source>
        <translation>Den Plan in eine Datei schreiben</translation>
    </message>
    <message>
        <source>&amp;Recorded emulation…</source>
        <translation>&amp;Aufgezeichnete Emulation…</translation>
    </message>
    <message>
        <source>Write the recording of the run</source>
        <translation>Die Aufzeichnung des Laufs schreiben</translation>
    </message>
    <message>
        <source>&amp;Score (CSV)…</source>
        <translation>Bewertun&amp;g (CSV)…</translation>
    </message>
    <message>
        <source>Write the table of distances</source>
        <translation>Die Tabelle der Abstände schreiben</translation>
    </message>
    <message>
        <source>Write what the timelines and maps show</source>
        <translation>Schreiben, was Zeitlinien und Karten zeigen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Close the window and end</source>
        <translation>Das Fenster schließen und beenden</translation>
    </message>
    <message>
        <source>&amp;Workload</source>
        <translation>&amp;Workload</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>&amp;Generieren</translation>
    </message>
    <message>
        <source>Make a plan that imitates the real trace on this machine</source>
        <translation>Einen Plan erstellen, der den echten Trace auf dieser Maschine nachahmt</translation>
    </message>
    <message>
        <source>Generate &amp;with options…</source>
        <translation>Generieren &amp;mit Optionen…</translation>
    </message>
    <message>
        <source>Choose the method, the model or data set and how plans are drawn</source>
        <translation>Verfahren, Modell oder Datensatz wählen und wie Pläne gezogen werden</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>&amp;Run here</source>
        <translation>Hier &amp;ausführen</translation>
    </message>
    <message>
        <source>Run the plan on this machine, record it and score it</source>
        <translation>Den Plan auf dieser Maschine ausführen, aufzeichnen und bewerten</translation>
    </message>
    <message>
        <source>Re&amp;fine here</source>
        <translation>Hier &amp;verfeinern</translation>
    </message>
    <message>
        <source>Execute the plan, correct it where the trace is missed, repeat, and keep the best</source>
        <translation>Den Plan ausführen, wo er den Trace verfehlt korrigieren, wiederholen und den besten behalten</translation>
    </message>
    <message>
        <source>Refine</source>
        <translation>Verfeinern</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stopp</translation>
    </message>
    <message>
        <source>Stop what is running; what was recorded so far is kept</source>
        <translation>Anhalten, was läuft; das bisher Aufgezeichnete bleibt</translation>
    </message>
    <message>
        <source>&amp;Collect training data…</source>
        <translation>&amp;Trainingsdaten sammeln…</translation>
    </message>
    <message>
        <source>Run combinations of stressors to learn what they do to a machine</source>
        <translation>Kombinationen von Stressoren ausführen und messen, was sie mit einer Maschine machen</translation>
    </message>
    <message>
        <source>C&amp;alibrate stressors</source>
        <translation>Stressoren &amp;kalibrieren</translation>
    </message>
    <message>
        <source>Measure what each stressor does to this machine, dose by dose; a stopped one is continued</source>
        <translation>Dosis für Dosis messen, was jeder Stressor mit dieser Maschine macht; Angehaltenes wird fortgesetzt</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <source>Show less time</source>
        <translation>Weniger Zeit zeigen</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>Show more time</source>
        <translation>Mehr Zeit zeigen</translation>
    </message>
    <message>
        <source>Show &amp;all</source>
        <translation>&amp;Alles zeigen</translation>
    </message>
    <message>
        <source>Show the whole trace</source>
        <translation>Den ganzen Trace zeigen</translation>
    </message>
    <message>
        <source>&amp;Previous view</source>
        <translation>&amp;Vorige Ansicht</translation>
    </message>
    <message>
        <source>Go back to what was shown before</source>
        <translation>Zu dem zurückgehen, was vorher gezeigt wurde</translation>
    </message>
    <message>
        <source>&amp;Clock time on the axis</source>
        <translation>&amp;Uhrzeit auf der Achse</translation>
    </message>
    <message>
        <source>Label the axis with the local time instead of seconds since the start</source>
        <translation>Die Achse mit der Ortszeit statt Sekunden seit Beginn beschriften</translation>
    </message>
    <message>
        <source>&amp;Stressors of a machine</source>
        <translation>&amp;Stressoren einer Maschine</translation>
    </message>
    <message>
        <source>Show what each stressor does to this machine, metric by metric</source>
        <translation>Metrik für Metrik zeigen, was jeder Stressor mit dieser Maschine macht</translation>
    </message>
    <message>
        <source>Stressors</source>
        <translation>Stressoren</translation>
    </message>
    <message>
        <source>Collect training data, and see how it covers what the machine can do</source>
        <translation>Trainingsdaten sammeln und sehen, wie sie abdecken, was die Maschine kann</translation>
    </message>
    <message>
        <source>Collect</source>
        <translation>Sammeln</translation>
    </message>
    <message>
        <source>T&amp;raining of a model</source>
        <translation>T&amp;raining eines Modells</translation>
    </message>
    <message>
        <source>Train the model of the diffusion method, and see how trainings went</source>
        <translation>Das Modell des Diffusionsverfahrens trainieren und sehen, wie Trainings verliefen</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>Far&amp;ben</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>&amp;System</translation>
    </message>
    <message>
        <source>Use the colours of the desktop</source>
        <translation>Die Farben des Desktops verwenden</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>Use dark text on light ground</source>
        <translation>Dunkle Schrift auf hellem Grund</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>Use light text on dark ground</source>
        <translation>Helle Schrift auf dunklem Grund</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>S&amp;prache</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Find a command…</source>
        <translation>&amp;Befehl suchen…</translation>
    </message>
    <message>
        <source>Search for anything the studio can do, and do it</source>
        <translation>Alles suchen, was das Studio kann, und ausführen</translation>
    </message>
    <message>
        <source>&amp;Keys and mouse</source>
        <translation>&amp;Tasten und Maus</translation>
    </message>
    <message>
        <source>Show all shortcuts, and what the mouse does in views</source>
        <translation>Alle Tastenkürzel zeigen und was die Maus in Ansichten bewirkt</translation>
    </message>
    <message>
        <source>&amp;About Mimesys Studio</source>
        <translation>&amp;Über Mimesys Studio</translation>
    </message>
    <message>
        <source>Show the version and the licence</source>
        <translation>Version und Lizenz zeigen</translation>
    </message>
    <message>
        <source>Main tool bar</source>
        <translation>Hauptwerkzeugleiste</translation>
    </message>
    <message>
        <source>&amp;Method:</source>
        <translation>Ver&amp;fahren:</translation>
    </message>
    <message>
        <source>Method of generation</source>
        <translation>Verfahren der Generierung</translation>
    </message>
    <message>
        <source>Diffusion: a trained model draws compositions. Search: the nearest sample of the training data. Interpolation: a mixture of the 100 nearest. Single stressor: one stressor and sleep.</source>
        <translation>Diffusion: Ein trainiertes Modell zieht Zusammensetzungen. Suche: das nächstliegende Sample der Trainingsdaten. Interpolation: eine Mischung der 100 nächsten. Einzelner Stressor: ein Stressor und Schlaf.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Coll&amp;ection of training data</source>
        <translation>Sammlung von &amp;Trainingsdaten</translation>
    </message>
    <message>
        <source>Rea&amp;l trace…</source>
        <translation>&amp;Echter Trace…</translation>
    </message>
    <message>
        <source>Write the real trace to a file: a recording that has none, or in another format</source>
        <translation>Den echten Trace in eine Datei schreiben: eine Aufzeichnung, die keine hat, oder in einem anderen Format</translation>
    </message>
    <message>
        <source>R&amp;ecord this machine…</source>
        <translation>Diese Maschine aufzei&amp;chnen…</translation>
    </message>
    <message>
        <source>Record what this machine does, or a command&apos;s run, into a trace that is seen as it grows</source>
        <translation>Aufzeichnen, was diese Maschine oder ein Befehl tut: als Trace, der beim Wachsen zu sehen ist</translation>
    </message>
    <message>
        <source>Open traces, plans and sessions</source>
        <translation>Traces, Pläne und Sitzungen öffnen</translation>
    </message>
    <message>
        <source>&amp;Recent files</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Save session</source>
        <translation>&amp;Sitzung speichern</translation>
    </message>
    <message>
        <source>Keep what is open and how it is looked at, to go on later</source>
        <translation>Behalten, was offen ist und wie es betrachtet wird, um später weiterzumachen</translation>
    </message>
    <message>
        <source>Save session &amp;as…</source>
        <translation>Sitzung speichern &amp;unter…</translation>
    </message>
    <message>
        <source>Keep what is open and how it is looked at in another file</source>
        <translation>In einer anderen Datei behalten, was offen ist und wie es betrachtet wird</translation>
    </message>
    <message>
        <source>Report of the &amp;test run (JSON)…</source>
        <translation>Bericht des &amp;Testlaufs (JSON)…</translation>
    </message>
    <message>
        <source>Write the runs and their recordings, to be opened again</source>
        <translation>Die Läufe und ihre Aufzeichnungen schreiben, um sie wieder zu öffnen</translation>
    </message>
    <message>
        <source>P&amp;icture of the view (PNG, SVG, PDF)…</source>
        <translation>&amp;Bild der Ansicht (PNG, SVG, PDF)…</translation>
    </message>
    <message>
        <source>&amp;Visible values (CSV)…</source>
        <translation>&amp;Sichtbare Werte (CSV)…</translation>
    </message>
    <message>
        <source>Write the values of both sides in the selection, else in what is visible</source>
        <translation>Die Werte beider Seiten schreiben: in der Auswahl, sonst im sichtbaren Bereich</translation>
    </message>
    <message>
        <source>Write plots, scores, machine and provenance as one page</source>
        <translation>Diagramme, Bewertungen, Maschine und Herkunft als eine Seite schreiben</translation>
    </message>
    <message>
        <source>Compare &amp;versions of the plan</source>
        <translation>P&amp;lanversionen vergleichen</translation>
    </message>
    <message>
        <source>Show two versions of the plan and what differs</source>
        <translation>Zwei Versionen des Plans und ihre Unterschiede zeigen</translation>
    </message>
    <message>
        <source>Run a command alone and beside a workload, and see how much slower it gets</source>
        <translation>Einen Befehl allein und neben einer Workload ausführen und sehen, wie viel langsamer er wird</translation>
    </message>
    <message>
        <source>Restore &amp;default layout</source>
        <translation>Stan&amp;dardanordnung wiederherstellen</translation>
    </message>
    <message>
        <source>Put the panels back where they were at first</source>
        <translation>Die Bereiche wieder dorthin setzen, wo sie anfangs waren</translation>
    </message>
    <message>
        <source>R&amp;eport (HTML)…</source>
        <translation>Ber&amp;icht (HTML)…</translation>
    </message>
    <message>
        <source>Test ru&amp;n</source>
        <translation>Testlau&amp;f</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::AlignCharts</name>
    <message>
        <source>± deviation</source>
        <translation>± Abweichung</translation>
    </message>
    <message>
        <source>executed</source>
        <translation>ausgeführt</translation>
    </message>
    <message>
        <source>held out</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>best</source>
        <translation>bester Wert</translation>
    </message>
    <message>
        <source>divergence (left)</source>
        <translation>Divergenz (links)</translation>
    </message>
    <message>
        <source>forward error (right)</source>
        <translation>Vorwärtsfehler (rechts)</translation>
    </message>
    <message>
        <source>Divergence from the first model and error of the forward model over iterations</source>
        <translation>Divergenz vom ersten Modell und Fehler des Vorwärtsmodells über die Iterationen</translation>
    </message>
    <message>
        <source>Reward of simulated executions over iterations (0 = as the trace)</source>
        <translation>Belohnung simulierter Ausführungen über die Iterationen (0 = wie der Trace)</translation>
    </message>
    <message>
        <source>Reward of executions over iterations (0 = as the trace)</source>
        <translation>Belohnung der Ausführungen über die Iterationen (0 = wie der Trace)</translation>
    </message>
    <message>
        <source>Alignment on a simulated machine</source>
        <translation>Ausrichtung auf einer simulierten Maschine</translation>
    </message>
    <message>
        <source>Alignment</source>
        <translation>Ausrichtung</translation>
    </message>
    <message>
        <source>%1, nothing held out measured yet</source>
        <translation>%1, Validierung noch nicht gemessen</translation>
    </message>
    <message>
        <source>%1, best held-out reward %2 at iteration %3</source>
        <translation>%1, beste Validierungsbelohnung %2 bei Iteration %3</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::AlignForm</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Models (*.safetensors)</source>
        <translation>Modelle (*.safetensors)</translation>
    </message>
    <message>
        <source>Traces</source>
        <translation>Traces</translation>
    </message>
    <message>
        <source>Traces (*.h5 *.csv *.txt *.log)</source>
        <translation>Traces (*.h5 *.csv *.txt *.log)</translation>
    </message>
    <message>
        <source>Aligned model</source>
        <translation>Ausgerichtetes Modell</translation>
    </message>
    <message>
        <source>Progress of the alignment</source>
        <translation>Fortschritt der Ausrichtung</translation>
    </message>
    <message>
        <source>Forget the alignment that was stopped</source>
        <translation>Die angehaltene Ausrichtung vergessen</translation>
    </message>
    <message>
        <source>Keep the finished iterations, to be continued</source>
        <translation>Die fertigen Iterationen behalten, um sie fortzusetzen</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>M&amp;odel:</source>
        <translation>M&amp;odell:</translation>
    </message>
    <message>
        <source>T&amp;races:</source>
        <translation>T&amp;races:</translation>
    </message>
    <message>
        <source>A folder of traces, or one. What is generated for them is executed, and the model learns from what is measured; the last windows of each are only looked at</source>
        <translation>Ein Ordner mit Traces oder ein einzelner. Was für sie generiert wird, wird ausgeführt, und das Modell lernt aus dem Gemessenen; die letzten Fenster jedes Traces werden nur betrachtet</translation>
    </message>
    <message>
        <source>M&amp;achine:</source>
        <translation>Mas&amp;chine:</translation>
    </message>
    <message>
        <source>Where plans are executed: the machine that the model is of</source>
        <translation>Wo Pläne ausgeführt werden: auf der Maschine, zu der das Modell gehört</translation>
    </message>
    <message>
        <source>A&amp;ligned model:</source>
        <translation>A&amp;usgerichtet:</translation>
    </message>
    <message>
        <source>&amp;Time limit:</source>
        <translation>&amp;Zeitlimit:</translation>
    </message>
    <message>
        <source>The learning rate falls towards the end; what did best on windows that are only looked at is kept</source>
        <translation>Die Lernrate sinkt gegen Ende; behalten wird, was auf den nur betrachteten Fenstern am besten war</translation>
    </message>
    <message>
        <source>Reading the model and the traces…</source>
        <translation>Modell und Traces werden gelesen…</translation>
    </message>
    <message>
        <source>This machine has no model yet: train one, or choose a file.</source>
        <translation>Diese Maschine hat noch kein Modell: bitte eines trainieren oder eine Datei wählen.</translation>
    </message>
    <message>
        <source>There is no such model.</source>
        <translation>Dieses Modell gibt es nicht.</translation>
    </message>
    <message>
        <source>Open a trace, or choose a folder of them.</source>
        <translation>Bitte einen Trace öffnen oder einen Ordner mit Traces wählen.</translation>
    </message>
    <message>
        <source>There are no such traces.</source>
        <translation>Diese Traces gibt es nicht.</translation>
    </message>
    <message>
        <source>The aligned model needs a file of its own.</source>
        <translation>Das ausgerichtete Modell braucht eine eigene Datei.</translation>
    </message>
    <message>
        <source>The machine is busy with something else.</source>
        <translation>Die Maschine ist mit etwas anderem beschäftigt.</translation>
    </message>
    <message>
        <source>An alignment of this model was stopped and can go on.</source>
        <translation>Eine Ausrichtung dieses Modells wurde angehalten und kann fortgesetzt werden.</translation>
    </message>
    <message>
        <source>The aligned model is replaced when it is done.</source>
        <translation>Das ausgerichtete Modell wird ersetzt, sobald die Ausrichtung fertig ist.</translation>
    </message>
    <message>
        <source>Continue aligning</source>
        <translation>Ausrichten fortsetzen</translation>
    </message>
    <message>
        <source>Align</source>
        <translation>Ausrichten</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::AlignPointModel</name>
    <message>
        <source>Iteration</source>
        <translation>Iteration</translation>
    </message>
    <message>
        <source>Windows executed</source>
        <translation>Ausgeführte Fenster</translation>
    </message>
    <message>
        <source>Time taken</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Reward</source>
        <translation>Belohnung</translation>
    </message>
    <message>
        <source>Held-out reward</source>
        <translation>Validierungsbelohnung</translation>
    </message>
    <message>
        <source>Divergence</source>
        <translation>Divergenz</translation>
    </message>
    <message>
        <source>Forward error</source>
        <translation>Vorwärtsfehler</translation>
    </message>
    <message>
        <source>The point with the largest held-out reward, whose weights the model keeps</source>
        <translation>Der Punkt mit der größten Validierungsbelohnung, dessen Gewichte das Modell behält</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::Banner</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::ClassAreaView</name>
    <message>
        <source>CPU time by class of resource</source>
        <translation>CPU-Zeit nach Ressourcenklasse</translation>
    </message>
    <message>
        <source>, from simulated data</source>
        <translation>, aus simulierten Daten</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>window %1: %2</source>
        <translation>Fenster %1: %2</translation>
    </message>
    <message>
        <source>CPU time by class of resource (means over CPUs and over each pixel&apos;s time)</source>
        <translation>CPU-Zeit nach Ressourcenklasse (Mittel über die CPUs und die Zeit jedes Pixels)</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::CollectionForm</name>
    <message>
        <source>Data set</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Data sets (*.h5 *.hdf5)</source>
        <translation>Datensätze (*.h5 *.hdf5)</translation>
    </message>
    <message>
        <source>Stop when rounds bring nothing new</source>
        <translation>Anhalten, wenn Runden nichts Neues bringen</translation>
    </message>
    <message>
        <source>Progress of the collection</source>
        <translation>Fortschritt der Sammlung</translation>
    </message>
    <message>
        <source>Keep the finished rounds, to be continued</source>
        <translation>Die fertigen Runden behalten, um sie fortzusetzen</translation>
    </message>
    <message>
        <source>&amp;Data set:</source>
        <translation>Da&amp;tensatz:</translation>
    </message>
    <message>
        <source>M&amp;achine:</source>
        <translation>Mas&amp;chine:</translation>
    </message>
    <message>
        <source>A simulated machine is computed, not measured: its samples say nothing about a real one</source>
        <translation>Eine simulierte Maschine wird berechnet, nicht gemessen: ihre Samples sagen nichts über eine echte</translation>
    </message>
    <message>
        <source>Strate&amp;gy:</source>
        <translation>Strate&amp;gie:</translation>
    </message>
    <message>
        <source>Novelty: a sweep, then compositions that should do what no sample did yet. Random: a sweep, then at random. Sweep: single stressors only</source>
        <translation>Neuheit: ein Sweep, dann Zusammensetzungen, die bewirken sollten, was noch kein Sample zeigt. Zufall: ein Sweep, dann zufällig. Sweep: nur einzelne Stressoren</translation>
    </message>
    <message>
        <source>St&amp;ressors:</source>
        <translation>St&amp;ressoren:</translation>
    </message>
    <message>
        <source>Essential: one of every kind. Research: about twenty, like the research system&apos;s</source>
        <translation>Wesentliche: einer jeder Art. Forschung: etwa zwanzig, wie im Forschungssystem</translation>
    </message>
    <message>
        <source>Wi&amp;ndow:</source>
        <translation>F&amp;enster:</translation>
    </message>
    <message>
        <source>Time per sample</source>
        <translation>Zeit je Sample</translation>
    </message>
    <message>
        <source>&amp;Time:</source>
        <translation>&amp;Zeit:</translation>
    </message>
    <message>
        <source>Of execution that the data set holds in all; a continued one takes what is left of it</source>
        <translation>Ausführungszeit, die der Datensatz insgesamt enthält; ein fortgesetzter nutzt, was davon übrig ist</translation>
    </message>
    <message>
        <source>Sa&amp;mples:</source>
        <translation>Sa&amp;mples:</translation>
    </message>
    <message>
        <source>That the data set holds in all, whatever time that takes</source>
        <translation>Anzahl, die der Datensatz insgesamt enthält, egal wie lange es dauert</translation>
    </message>
    <message>
        <source>End before that when the last rounds brought next to nothing new</source>
        <translation>Vorher enden, wenn die letzten Runden kaum noch Neues brachten</translation>
    </message>
    <message>
        <source>Novelty</source>
        <translation>Neuheit</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>Zufall</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>Sweep</translation>
    </message>
    <message>
        <source>Essential</source>
        <translation>Wesentliche</translation>
    </message>
    <message>
        <source>Essential and kernel</source>
        <translation>Wesentliche und Kernel</translation>
    </message>
    <message>
        <source>Research</source>
        <translation>Forschung</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>as the time allows</source>
        <translation>so viele die Zeit erlaubt</translation>
    </message>
    <message>
        <source>Continue collecting</source>
        <translation>Weiter sammeln</translation>
    </message>
    <message>
        <source>Collect</source>
        <translation>Sammeln</translation>
    </message>
    <message>
        <source>The machine is busy with something else.</source>
        <translation>Die Maschine ist mit etwas anderem beschäftigt.</translation>
    </message>
    <message>
        <source>Name a file: simulated samples are not this machine&apos;s.</source>
        <translation>Bitte eine Datei nennen: simulierte Samples gehören nicht zu dieser Maschine.</translation>
    </message>
    <message>
        <source>The data set is continued as it was begun, until it holds this much.</source>
        <translation>Der Datensatz wird fortgesetzt, wie er begonnen wurde, bis er so viel enthält.</translation>
    </message>
    <message>
        <source>All CPUs will be loaded; nothing else should be running.</source>
        <translation>Alle CPUs werden ausgelastet; sonst sollte nichts laufen.</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::CollectionPanel</name>
    <message>
        <source>%L1 for %2</source>
        <translation>%L1 wegen %2</translation>
    </message>
    <message>
        <source>None was left out as unsteady.</source>
        <translation>Keines wurde als unruhig ausgelassen.</translation>
    </message>
    <message>
        <source>%L1 were left out as unsteady: %2.</source>
        <translation>%L1 wurden als unruhig ausgelassen: %2.</translation>
    </message>
    <message>
        <source>%L1 simulated samples</source>
        <translation>%L1 simulierte Samples</translation>
    </message>
    <message>
        <source>%L1 samples</source>
        <translation>%L1 Samples</translation>
    </message>
    <message>
        <source>%1; their rounds are not known.</source>
        <translation>%1; ihre Runden sind nicht bekannt.</translation>
    </message>
    <message>
        <source>%1 of %2 rounds.</source>
        <translation>%1 aus %2 Runden.</translation>
    </message>
    <message>
        <source>They lie in %1 % of the cells they can be in, over %2 pairs of metrics.</source>
        <translation>Sie liegen in %1 % der erreichbaren Zellen, über %2 Metrikpaare.</translation>
    </message>
    <message>
        <source>Pairs of metrics and how much of each is covered</source>
        <translation>Metrikpaare und wie viel von jedem abgedeckt ist</translation>
    </message>
    <message>
        <source>Shaded cells hold samples, the stronger the more; hatched ones lie between samples and hold none.</source>
        <translation>Gefüllte Zellen enthalten Samples, je kräftiger, desto mehr; schraffierte liegen zwischen Samples und enthalten keine.</translation>
    </message>
    <message>
        <source>The cells are what coverage counts. Axes of metrics that are mostly small are stretched there.</source>
        <translation>Die Zellen sind das, was die Abdeckung zählt. Achsen von Metriken mit meist kleinen Werten sind dort gedehnt.</translation>
    </message>
    <message>
        <source>The first samples appear when the first round is over.</source>
        <translation>Die ersten Samples erscheinen nach der ersten Runde.</translation>
    </message>
    <message>
        <source>Training data says what compositions of stressors do to a machine. Collect some here, or drop a data set on this window to see which values of its metrics its samples cover.</source>
        <translation>Trainingsdaten sagen, was Zusammensetzungen von Stressoren mit einer Maschine machen. Hier welche sammeln, oder einen Datensatz auf dieses Fenster ziehen, um zu sehen, welche Werte seiner Metriken die Samples abdecken.</translation>
    </message>
    <message>
        <source>SIMULATED: nothing here was measured on a real machine.</source>
        <translation>SIMULIERT: nichts hier wurde auf einer echten Maschine gemessen.</translation>
    </message>
    <message>
        <source>Settings of the collection</source>
        <translation>Einstellungen der Sammlung</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Type what you want to do</source>
        <translation>Eingeben, was getan werden soll</translation>
    </message>
    <message>
        <source>Search for a command</source>
        <translation>Einen Befehl suchen</translation>
    </message>
    <message>
        <source>Commands that fit</source>
        <translation>Passende Befehle</translation>
    </message>
    <message>
        <source>%1 › %2</source>
        <comment>menu and command</comment>
        <translation>%1 › %2</translation>
    </message>
    <message>
        <source>%1, not possible now</source>
        <translation>%1, jetzt nicht möglich</translation>
    </message>
    <message>
        <source>No command is called that. Try fewer letters, or a word of what it does.</source>
        <translation>So heißt kein Befehl. Weniger Buchstaben versuchen oder ein Wort für das, was er tut.</translation>
    </message>
    <message>
        <source>Not possible now. %1.</source>
        <translation>Jetzt nicht möglich. %1.</translation>
    </message>
    <message>
        <source>Not possible now: %1</source>
        <translation>Jetzt nicht möglich: %1</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::CompareBar</name>
    <message>
        <source>&amp;Overlay</source>
        <translation>Überla&amp;gern</translation>
    </message>
    <message>
        <source>Draw the emulation over the real trace</source>
        <translation>Die Emulation über den echten Trace zeichnen</translation>
    </message>
    <message>
        <source>&amp;Difference</source>
        <translation>Differen&amp;z</translation>
    </message>
    <message>
        <source>Draw emulated minus real, window by window</source>
        <translation>Fenster für Fenster Emuliert minus Real zeichnen</translation>
    </message>
    <message>
        <source>&amp;Side by side</source>
        <translation>Ge&amp;trennt</translation>
    </message>
    <message>
        <source>Draw the real trace above and the emulation below in each lane</source>
        <translation>In jeder Bahn oben den echten Trace und unten die Emulation zeichnen</translation>
    </message>
    <message>
        <source>&amp;Warping path</source>
        <translation>Warping-&amp;Pfad</translation>
    </message>
    <message>
        <source>Connect the windows of the selected metric that were laid against each other to be scored</source>
        <translation>Die Fenster der gewählten Metrik verbinden, die zum Bewerten aneinandergelegt wurden</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Click a lane to see how its windows were laid against each other.</source>
        <translation>Ein Klick auf eine Bahn zeigt, wie ihre Fenster aneinandergelegt wurden.</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::CompositionDetails</name>
    <message>
        <source>What is shown of the plan</source>
        <translation>Was vom Plan gezeigt wird</translation>
    </message>
    <message>
        <source>CPUs</source>
        <translation>CPUs</translation>
    </message>
    <message>
        <source>The chosen stressor on each CPU over time</source>
        <translation>Der gewählte Stressor auf jeder CPU über die Zeit</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>One window: what each CPU runs, in the order of execution</source>
        <translation>Ein Fenster: was jede CPU ausführt, in der Reihenfolge der Ausführung</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>CPU time by class of resource over time</source>
        <translation>CPU-Zeit nach Ressourcenklasse über die Zeit</translation>
    </message>
    <message>
        <source>Wi&amp;ndow:</source>
        <translation>F&amp;enster:</translation>
    </message>
    <message>
        <source>The window that is shown; in the picture, arrow keys step from window to window</source>
        <translation>Das gezeigte Fenster; im Bild gehen die Pfeiltasten von Fenster zu Fenster</translation>
    </message>
    <message>
        <source>&amp;Totals</source>
        <translation>&amp;Summen</translation>
    </message>
    <message>
        <source>One piece per stressor instead of the slices in the order of execution</source>
        <translation>Ein Stück je Stressor statt der Scheiben in der Reihenfolge der Ausführung</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::CompositionPanel</name>
    <message numerus="yes">
        <source>Stressor composition (mean over %n CPU(s); idle in grey, 0–100 %)</source>
        <translation>
            <numerusform>Stressor-Zusammensetzung (Mittel über %n CPU; Leerlauf grau, 0–100 %)</numerusform>
            <numerusform>Stressor-Zusammensetzung (Mittel über %n CPUs; Leerlauf grau, 0–100 %)</numerusform>
        </translation>
    </message>
    <message>
        <source>, memory in use up to %1</source>
        <translation>, belegter Speicher bis %1</translation>
    </message>
    <message>
        <source>, from simulated data</source>
        <translation>, aus simulierten Daten</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>Leerlauf</translation>
    </message>
    <message>
        <source>%1 on each CPU</source>
        <translation>%1 auf jeder CPU</translation>
    </message>
    <message>
        <source>CPU %1</source>
        <translation>CPU %1</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::ConditionModel</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Fall</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>Slowdown</source>
        <translation>Verlangsamung</translation>
    </message>
    <message>
        <source>95 %</source>
        <translation>95 %</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::CoverageCurve</name>
    <message>
        <source>Coverage and samples over rounds</source>
        <translation>Abdeckung und Samples über die Runden</translation>
    </message>
    <message>
        <source>all pairs, % of cells (left)</source>
        <translation>alle Paare, % der Zellen (links)</translation>
    </message>
    <message>
        <source>this pair</source>
        <translation>dieses Paar</translation>
    </message>
    <message>
        <source>samples (right)</source>
        <translation>Samples (rechts)</translation>
    </message>
    <message>
        <source>Coverage over rounds, not known</source>
        <translation>Abdeckung über die Runden, nicht bekannt</translation>
    </message>
    <message>
        <source>Coverage over rounds, %1 % after the last of %2</source>
        <translation>Abdeckung über die Runden, %1 % nach der letzten von %2</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::CoveragePlot</name>
    <message>
        <source>earlier rounds</source>
        <translation>frühere Runden</translation>
    </message>
    <message>
        <source>last round</source>
        <translation>letzte Runde</translation>
    </message>
    <message>
        <source>aims of the next round</source>
        <translation>Ziele der nächsten Runde</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>No samples</source>
        <translation>Keine Samples</translation>
    </message>
    <message>
        <source>%1 across, %2 up: samples lie in %3 of the %4 cells they can be in</source>
        <translation>%1 waagerecht, %2 senkrecht: Samples liegen in %3 der %4 erreichbaren Zellen</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::DiagnosticsModel</name>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>What the reader noticed</source>
        <translation>Beim Einlesen aufgefallen</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::DiagnosticsPanel</name>
    <message>
        <source>What the readers noticed in the open files</source>
        <translation>Was beim Einlesen der offenen Dateien auffiel</translation>
    </message>
    <message>
        <source>Nothing odd was noticed in the open files.</source>
        <translation>In den offenen Dateien ist nichts Auffälliges.</translation>
    </message>
    <message>
        <source>Open a trace: gaps, resets and other odd places of its file are listed here.</source>
        <translation>Öffnen Sie einen Trace: Lücken, Rücksetzungen und andere Auffälligkeiten seiner Datei stehen dann hier.</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::DoseChart</name>
    <message>
        <source>dose, %</source>
        <translation>Dosis, %</translation>
    </message>
    <message>
        <source>%1, from %2</source>
        <translation>%1, aus %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 when idle</source>
        <translation>%1 im Leerlauf</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::DoseCharts</name>
    <message>
        <source>Dose-response of every metric</source>
        <translation>Dosis-Wirkung jeder Metrik</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::EditActions</name>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>Wieder&amp;herstellen</translation>
    </message>
    <message>
        <source>&amp;Trim to the selection</source>
        <translation>Auf Auswahl &amp;zuschneiden</translation>
    </message>
    <message>
        <source>Keep only the selected part of the real trace</source>
        <translation>Nur den ausgewählten Teil des echten Traces behalten</translation>
    </message>
    <message>
        <source>&amp;Cut the selection off</source>
        <translation>&amp;Auswahl herausschneiden</translation>
    </message>
    <message>
        <source>Remove the selected part of the real trace; what follows moves up</source>
        <translation>Den ausgewählten Teil des echten Traces entfernen; was folgt, rückt nach</translation>
    </message>
    <message>
        <source>Split: keep what is &amp;before</source>
        <translation>Teilen: &amp;davor behalten</translation>
    </message>
    <message>
        <source>Keep the real trace up to the time that was clicked last</source>
        <translation>Den echten Trace bis zur zuletzt angeklickten Zeit behalten</translation>
    </message>
    <message>
        <source>Split: keep what is &amp;after</source>
        <translation>Teilen: da&amp;nach behalten</translation>
    </message>
    <message>
        <source>Keep the real trace from the time that was clicked last on</source>
        <translation>Den echten Trace ab der zuletzt angeklickten Zeit behalten</translation>
    </message>
    <message>
        <source>R&amp;epeat…</source>
        <translation>&amp;Wiederholen…</translation>
    </message>
    <message>
        <source>Repeat the selected part of the real trace, or all of it</source>
        <translation>Den ausgewählten Teil des echten Traces wiederholen, oder den ganzen</translation>
    </message>
    <message>
        <source>&amp;Scale…</source>
        <translation>S&amp;kalieren…</translation>
    </message>
    <message>
        <source>Multiply metrics of the real trace, in the selection or everywhere</source>
        <translation>Metriken des echten Traces multiplizieren, in der Auswahl oder überall</translation>
    </message>
    <message>
        <source>S&amp;hift…</source>
        <translation>&amp;Verschieben…</translation>
    </message>
    <message>
        <source>Move metrics of the real trace in time</source>
        <translation>Metriken des echten Traces in der Zeit verschieben</translation>
    </message>
    <message>
        <source>S&amp;mooth…</source>
        <translation>&amp;Glätten…</translation>
    </message>
    <message>
        <source>Take the mean of metrics over some seconds around every sample</source>
        <translation>Metriken über einige Sekunden um jeden Messpunkt mitteln</translation>
    </message>
    <message>
        <source>Mas&amp;k…</source>
        <translation>&amp;Maskieren…</translation>
    </message>
    <message>
        <source>Hide metrics of the real trace, so that a plan may do there as it likes</source>
        <translation>Metriken des echten Traces ausblenden, sodass ein Plan dort tun darf, was er will</translation>
    </message>
    <message>
        <source>Make the selected part of the plan a&amp;new</source>
        <translation>Gewählten Planteil neu &amp;erstellen</translation>
    </message>
    <message>
        <source>Compose the selected windows anew by the chosen method; the others, and what is locked, stay</source>
        <translation>Die ausgewählten Fenster mit dem gewählten Verfahren neu zusammensetzen; die anderen und alles Gesperrte bleiben</translation>
    </message>
    <message>
        <source>Edit the &amp;plan</source>
        <translation>Plan &amp;bearbeiten</translation>
    </message>
    <message>
        <source>Lock, scale, replace and paint the stressors of the plan</source>
        <translation>Die Stressoren des Plans sperren, skalieren, ersetzen und malen</translation>
    </message>
    <message>
        <source>Take the last edit back</source>
        <translation>Die letzte Bearbeitung zurücknehmen</translation>
    </message>
    <message>
        <source>Do again what was taken back</source>
        <translation>Zurückgenommenes noch einmal ausführen</translation>
    </message>
    <message>
        <source>nothing was edited yet.</source>
        <translation>es wurde noch nichts bearbeitet.</translation>
    </message>
    <message>
        <source>nothing was undone.</source>
        <translation>es wurde nichts rückgängig gemacht.</translation>
    </message>
    <message>
        <source>open a trace and select a part of it first.</source>
        <translation>öffnen Sie zuerst einen Trace und wählen Sie einen Teil davon aus.</translation>
    </message>
    <message>
        <source>open a trace and click into a lane first.</source>
        <translation>öffnen Sie zuerst einen Trace und klicken Sie in eine Bahn.</translation>
    </message>
    <message>
        <source>open a trace first, and wait for what works on it.</source>
        <translation>öffnen Sie zuerst einen Trace und warten Sie ab, was damit arbeitet.</translation>
    </message>
    <message>
        <source>open a trace and a plan first, and wait for what runs.</source>
        <translation>öffnen Sie zuerst einen Trace und einen Plan und warten Sie ab, was läuft.</translation>
    </message>
    <message>
        <source>open a plan or generate one first.</source>
        <translation>öffnen oder erzeugen Sie zuerst einen Plan.</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::EditDialog</name>
    <message>
        <source>Scale</source>
        <translation>Skalieren</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>Glätten</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Maskieren</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Values are multiplied by the factor; percentages stay within 0 and 100.</source>
        <translation>Werte werden mit dem Faktor multipliziert; Prozentwerte bleiben zwischen 0 und 100.</translation>
    </message>
    <message>
        <source>Values move later, or earlier when the number is negative. What becomes vacant is missing.</source>
        <translation>Werte rücken nach hinten, bei negativer Zahl nach vorn. Was frei wird, fehlt.</translation>
    </message>
    <message>
        <source>Every value becomes the mean over this time around it.</source>
        <translation>Jeder Wert wird zum Mittel über diese Zeit um ihn herum.</translation>
    </message>
    <message>
        <source>Values become missing: a plan may do there as it likes.</source>
        <translation>Werte fehlen dann: ein Plan darf dort tun, was er will.</translation>
    </message>
    <message>
        <source>The part stands there this many times in a row, and what follows moves back.</source>
        <translation>Der Teil steht so oft hintereinander da, und was folgt, rückt nach hinten.</translation>
    </message>
    <message>
        <source>The whole trace</source>
        <translation>Der ganze Trace</translation>
    </message>
    <message>
        <source>Part:</source>
        <translation>Teil:</translation>
    </message>
    <message>
        <source>&amp;Metrics:</source>
        <translation>&amp;Metriken:</translation>
    </message>
    <message>
        <source>&amp;Factor:</source>
        <translation>&amp;Faktor:</translation>
    </message>
    <message>
        <source>&amp;Times:</source>
        <translation>&amp;Anzahl:</translation>
    </message>
    <message>
        <source>&amp;Seconds:</source>
        <translation>&amp;Sekunden:</translation>
    </message>
    <message>
        <source>Family %1</source>
        <translation>Familie %1</translation>
    </message>
    <message>
        <source>All metrics</source>
        <translation>Alle Metriken</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::Exporter</name>
    <message>
        <source>Exporting %1</source>
        <translation>Exportieren von %1</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::FamilyChart</name>
    <message>
        <source>DTW distance per family</source>
        <translation>DTW-Abstand je Familie</translation>
    </message>
    <message>
        <source>DTW distance per family, simulated</source>
        <translation>DTW-Abstand je Familie, simuliert</translation>
    </message>
    <message>
        <source>DTW distance</source>
        <translation>DTW-Abstand</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::FileField</name>
    <message>
        <source>Choose a file</source>
        <translation>Datei wählen</translation>
    </message>
    <message>
        <source>Choose a file: %1</source>
        <translation>Datei wählen: %1</translation>
    </message>
    <message>
        <source>%1 (default)</source>
        <translation>%1 (Vorgabe)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::GenerateDialog</name>
    <message>
        <source>DPM-Solver++ (few steps)</source>
        <translation>DPM-Solver++ (wenige Schritte)</translation>
    </message>
    <message>
        <source>DDIM</source>
        <translation>DDIM</translation>
    </message>
    <message>
        <source>DDPM (many steps)</source>
        <translation>DDPM (viele Schritte)</translation>
    </message>
    <message>
        <source>Two passes, all windows at once</source>
        <translation>Zwei Durchgänge, alle Fenster zugleich</translation>
    </message>
    <message>
        <source>Autoregressive, window by window</source>
        <translation>Autoregressiv, Fenster für Fenster</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Models (*.safetensors)</source>
        <translation>Modelle (*.safetensors)</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Data sets (*.h5 *.hdf5)</source>
        <translation>Datensätze (*.h5 *.hdf5)</translation>
    </message>
    <message>
        <source>M&amp;odel:</source>
        <translation>M&amp;odell:</translation>
    </message>
    <message>
        <source>D&amp;ata set:</source>
        <translation>Da&amp;tensatz:</translation>
    </message>
    <message>
        <source>Generate a plan</source>
        <translation>Plan generieren</translation>
    </message>
    <message>
        <source>Same inputs and seed, same plan</source>
        <translation>Gleiche Eingaben und gleicher Startwert, gleicher Plan</translation>
    </message>
    <message>
        <source>&amp;Method:</source>
        <translation>Verfa&amp;hren:</translation>
    </message>
    <message>
        <source>S&amp;eed:</source>
        <translation>&amp;Startwert:</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>&amp;Generieren</translation>
    </message>
    <message>
        <source>How the model draws</source>
        <translation>Wie das Modell zieht</translation>
    </message>
    <message>
        <source>Evaluations of the network per candidate and window</source>
        <translation>Auswertungen des Netzes je Kandidat und Fenster</translation>
    </message>
    <message>
        <source>Those of the first of two passes, which only gives each window its predecessor</source>
        <translation>Die des ersten von zwei Durchgängen, der jedem Fenster nur seinen Vorgänger gibt</translation>
    </message>
    <message>
        <source>How much the trace is heeded beyond training: 1 is none; others take twice as long</source>
        <translation>Wie sehr der Trace über das Training hinaus beachtet wird: 1 heißt gar nicht; andere dauern doppelt so lange</translation>
    </message>
    <message>
        <source>Compositions per window that the forward model chooses from</source>
        <translation>Zusammensetzungen je Fenster, aus denen das Vorwärtsmodell wählt</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Steps by which the forward model corrects the chosen fractions</source>
        <translation>Schritte, in denen das Vorwärtsmodell die gewählten Anteile korrigiert</translation>
    </message>
    <message>
        <source> % busy</source>
        <translation> % belegt</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>CPUs less busy than this in the trace get nothing that computes or goes through memory</source>
        <translation>CPUs, die im Trace weniger belegt sind, bekommen nichts, was rechnet oder durch den Speicher geht</translation>
    </message>
    <message>
        <source>Use the &amp;previous composition</source>
        <translation>&amp;Vorige Zusammensetzung nutzen</translation>
    </message>
    <message>
        <source>Caches and write-back carry over from window to window</source>
        <translation>Caches und Zurückschreiben wirken von Fenster zu Fenster nach</translation>
    </message>
    <message>
        <source>&amp;Fit the trace to the model</source>
        <translation>Trace ans Modell an&amp;passen</translation>
    </message>
    <message>
        <source>Average or repeat the CPUs of a trace of another machine, and leave out stressors this program does not have, instead of refusing</source>
        <translation>Die CPUs des Traces einer anderen Maschine mitteln oder wiederholen und Stressoren auslassen, die dieses Programm nicht hat, statt abzulehnen</translation>
    </message>
    <message>
        <source>Samp&amp;ler:</source>
        <translation>Samp&amp;ler:</translation>
    </message>
    <message>
        <source>Strateg&amp;y:</source>
        <translation>Strateg&amp;ie:</translation>
    </message>
    <message>
        <source>S&amp;teps:</source>
        <translation>S&amp;chritte:</translation>
    </message>
    <message>
        <source>F&amp;irst-pass steps:</source>
        <translation>Schritte &amp;Erstdurchgang:</translation>
    </message>
    <message>
        <source>G&amp;uidance:</source>
        <translation>Füh&amp;rung:</translation>
    </message>
    <message>
        <source>Ca&amp;ndidates:</source>
        <translation>Ka&amp;ndidaten:</translation>
    </message>
    <message>
        <source>Polis&amp;hing steps:</source>
        <translation>&amp;Feinschliff-Schritte:</translation>
    </message>
    <message>
        <source>Idle &amp;below:</source>
        <translation>Leerlauf &amp;unter:</translation>
    </message>
    <message numerus="yes">
        <source>%n evaluation(s) of the network per window</source>
        <translation>
            <numerusform>%n Auswertung des Netzes je Fenster</numerusform>
            <numerusform>%n Auswertungen des Netzes je Fenster</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Diese Datei gibt es nicht.</translation>
    </message>
    <message>
        <source>No data set is installed for this machine yet.</source>
        <translation>Für diese Maschine ist noch kein Datensatz installiert.</translation>
    </message>
    <message>
        <source>No model is installed for this machine: train one (Ctrl+L), or choose the file of a model.</source>
        <translation>Für diese Maschine ist kein Modell installiert: bitte eines trainieren (Strg+L) oder die Datei eines Modells wählen.</translation>
    </message>
    <message numerus="yes">
        <source>The trace has %n CPU(s), so it has to be fitted to the model.</source>
        <translation>
            <numerusform>Der Trace hat %n CPU und muss deshalb ans Modell angepasst werden.</numerusform>
            <numerusform>Der Trace hat %n CPUs und muss deshalb ans Modell angepasst werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Fit the trace to the model (needed)</source>
        <translation>Trace ans Modell an&amp;passen (nötig)</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::HeatmapView</name>
    <message>
        <source>%1, window %2: %3</source>
        <translation>%1, Fenster %2: %3</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::JobControls</name>
    <message>
        <source>Start anew</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten…</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::JobModel</name>
    <message>
        <source>stopping…</source>
        <translation>wird angehalten…</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Job</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Elapsed</source>
        <translation>Vergangen</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Übrig</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was geschieht</translation>
    </message>
    <message>
        <source>Started: %1</source>
        <translation>Begonnen: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::JobStatus</name>
    <message>
        <source>%1: stopping…</source>
        <translation>%1: wird angehalten…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>, about %1 left</source>
        <translation>, noch etwa %1</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source> (and %n more)</source>
        <translation>
            <numerusform> (und %n weiterer)</numerusform>
            <numerusform> (und %n weitere)</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel %1</source>
        <translation>%1 abbrechen</translation>
    </message>
    <message>
        <source>Show all jobs</source>
        <translation>Alle Jobs zeigen</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::JobsPanel</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop the chosen job</source>
        <translation>Den gewählten Job anhalten</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Do the same once more</source>
        <translation>Dasselbe noch einmal tun</translation>
    </message>
    <message>
        <source>Clear ended</source>
        <translation>Beendete leeren</translation>
    </message>
    <message>
        <source>Forget the jobs that have ended</source>
        <translation>Die beendeten Jobs vergessen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Jobs</translation>
    </message>
    <message>
        <source>Log of the chosen job</source>
        <translation>Protokoll des gewählten Jobs</translation>
    </message>
    <message>
        <source>What the chosen job says</source>
        <translation>Was der gewählte Job meldet</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::LaneMenu</name>
    <message>
        <source>Lanes</source>
        <translation>Bahnen</translation>
    </message>
    <message>
        <source>&amp;Next lane</source>
        <translation>&amp;Nächste Bahn</translation>
    </message>
    <message>
        <source>Choose the lane below</source>
        <translation>Die Bahn darunter auswählen</translation>
    </message>
    <message>
        <source>&amp;Previous lane</source>
        <translation>&amp;Vorige Bahn</translation>
    </message>
    <message>
        <source>Choose the lane above</source>
        <translation>Die Bahn darüber auswählen</translation>
    </message>
    <message>
        <source>&amp;Fold or unfold</source>
        <translation>&amp;Ein- oder ausklappen</translation>
    </message>
    <message>
        <source>Fold or unfold the family of the chosen lane</source>
        <translation>Die Familie der gewählten Bahn ein- oder ausklappen</translation>
    </message>
    <message>
        <source>&amp;CPUs as lanes</source>
        <translation>&amp;CPUs als Bahnen</translation>
    </message>
    <message>
        <source>Show each CPU as a lane of its own below the heat strip</source>
        <translation>Jede CPU als eigene Bahn unter dem Wärmestreifen zeigen</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::LastBestModel</name>
    <message>
        <source>Last</source>
        <translation>Letzter</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>Bester</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::Legend</name>
    <message>
        <source>%1 (simulated)</source>
        <translation>%1 (simuliert)</translation>
    </message>
    <message>
        <source>%1 (from simulated data)</source>
        <translation>%1 (aus simulierten Daten)</translation>
    </message>
    <message>
        <source>Mean DTW distance, simulated: %1</source>
        <translation>Mittlerer DTW-Abstand, simuliert: %1</translation>
    </message>
    <message>
        <source>Mean DTW distance: %1</source>
        <translation>Mittlerer DTW-Abstand: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n CPU(s)</source>
        <translation>
            <numerusform>%n CPU</numerusform>
            <numerusform>%n CPUs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n metric(s)</source>
        <translation>
            <numerusform>%n Metrik</numerusform>
            <numerusform>%n Metriken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s)</source>
        <translation>
            <numerusform>%n Messpunkt</numerusform>
            <numerusform>%n Messpunkte</numerusform>
        </translation>
    </message>
    <message>
        <source>Real: %1</source>
        <translation>Real: %1</translation>
    </message>
    <message>
        <source>Emulated: %1</source>
        <translation>Emuliert: %1</translation>
    </message>
    <message>
        <source>Plan: %1</source>
        <translation>Plan: %1</translation>
    </message>
    <message>
        <source>%1 (edited)</source>
        <translation>%1 (bearbeitet)</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::MainWindow</name>
    <message>
        <source>Score</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Refinement</source>
        <translation>Verfeinerung</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnosen</translation>
    </message>
    <message>
        <source>Diagnostics (%1)</source>
        <translation>Diagnosen (%1)</translation>
    </message>
    <message>
        <source>This plan is for %1 CPUs and there are %2 here. Folded, each of them runs the mean of the rows it stands for.</source>
        <translation>Dieser Plan ist für %1 CPUs, und hier gibt es %2. Gefaltet führt jede von ihnen das Mittel der Zeilen aus, für die sie steht.</translation>
    </message>
    <message>
        <source>Fold and run</source>
        <translation>Falten und ausführen</translation>
    </message>
    <message>
        <source>Calibrate anew</source>
        <translation>Neu kalibrieren</translation>
    </message>
    <message>
        <source>Mimesys Studio</source>
        <translation>Mimesys Studio</translation>
    </message>
    <message>
        <source>This machine has no training data yet, so no plan can be made. </source>
        <translation>Diese Maschine hat noch keine Trainingsdaten, daher kann kein Plan erstellt werden. </translation>
    </message>
    <message>
        <source>Collecting runs combinations of stressors on all CPUs and records what they do. Nothing else should be running; the data is kept for later.</source>
        <translation>Das Sammeln führt Kombinationen von Stressoren auf allen CPUs aus und zeichnet auf, was sie bewirken. Sonst sollte nichts laufen; die Daten werden für später behalten.</translation>
    </message>
    <message>
        <source>Collect training data (about 2 minutes)</source>
        <translation>Trainingsdaten sammeln (etwa 2 Minuten)</translation>
    </message>
    <message>
        <source>Open traces and plans</source>
        <translation>Traces und Pläne öffnen</translation>
    </message>
    <message>
        <source>Open an emulation</source>
        <translation>Emulation öffnen</translation>
    </message>
    <message>
        <source>Traces (*.h5 *.csv *.txt *.log)</source>
        <translation>Traces (*.h5 *.csv *.txt *.log)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>The language changes when the studio is started the next time.</source>
        <translation>Die Sprache wechselt beim nächsten Start des Studios.</translation>
    </message>
    <message>
        <source>Start anew</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>This machine has no model yet, so the diffusion method cannot be used; the other methods need only a data set.</source>
        <translation>Diese Maschine hat noch kein Modell, daher ist das Diffusionsverfahren nicht nutzbar; die anderen Verfahren brauchen nur einen Datensatz.</translation>
    </message>
    <message>
        <source>Train a model</source>
        <translation>Modell trainieren</translation>
    </message>
    <message>
        <source>Fit and generate</source>
        <translation>Anpassen und generieren</translation>
    </message>
    <message>
        <source>This machine has no training data and no model yet, so nothing is known of how it responds to a correction. Collecting runs combinations of stressors on all CPUs and records what they do; nothing else should be running.</source>
        <translation>Diese Maschine hat noch keine Trainingsdaten und kein Modell, daher ist nicht bekannt, wie sie auf eine Korrektur reagiert. Das Sammeln führt Kombinationen von Stressoren auf allen CPUs aus und zeichnet auf, was sie bewirken; sonst sollte nichts laufen.</translation>
    </message>
    <message>
        <source>Show or hide the panel “%1”</source>
        <translation>Den Bereich „%1“ zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Bereiche</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Co&amp;mpare</source>
        <translation>Vergleic&amp;hen</translation>
    </message>
    <message>
        <source>open a trace and its emulation first.</source>
        <translation>öffnen Sie zuerst einen Trace und seine Emulation.</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Jobs</translation>
    </message>
    <message>
        <source>Show every job with its progress and log</source>
        <translation>Jeden Job mit Fortschritt und Protokoll zeigen</translation>
    </message>
    <message>
        <source>The recording is in no file yet.</source>
        <translation>Die Aufzeichnung steht noch in keiner Datei.</translation>
    </message>
    <message>
        <source>Save it…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>%1[*] – Mimesys Studio</source>
        <translation>%1[*] – Mimesys Studio</translation>
    </message>
    <message>
        <source>Edits so far; choose one to go back to it</source>
        <translation>Bisherige Änderungen; eine wählen, um zu ihr zurückzugehen</translation>
    </message>
    <message>
        <source>As it came</source>
        <translation>Wie erhalten</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Edit plan</source>
        <translation>Plan bearbeiten</translation>
    </message>
    <message>
        <source>%1 was written.</source>
        <translation>%1 wurde geschrieben.</translation>
    </message>
    <message>
        <source>Export the visible values</source>
        <translation>Sichtbare Werte exportieren</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>Export a report</source>
        <translation>Bericht exportieren</translation>
    </message>
    <message>
        <source>Pages (*.html)</source>
        <translation>Seiten (*.html)</translation>
    </message>
    <message>
        <source>%1 was saved.</source>
        <translation>%1 wurde gespeichert.</translation>
    </message>
    <message>
        <source>The work is back. Save it as a session to keep it.</source>
        <translation>Die Arbeit ist wieder da. Als Sitzung speichern, um sie zu behalten.</translation>
    </message>
    <message>
        <source>Save session…</source>
        <translation>Sitzung speichern…</translation>
    </message>
    <message>
        <source>The studio ended without closing. What was on screen was last saved by itself on %1.</source>
        <translation>Das Studio endete, ohne geschlossen zu werden. Was zu sehen war, wurde zuletzt automatisch gespeichert: %1.</translation>
    </message>
    <message>
        <source>Restore it</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Save session</source>
        <translation>Sitzung speichern</translation>
    </message>
    <message>
        <source>Sessions (*.mimesys)</source>
        <translation>Sitzungen (*.mimesys)</translation>
    </message>
    <message>
        <source>choose a job in the list for which it is possible.</source>
        <translation>wählen Sie in der Liste einen Job, bei dem das geht.</translation>
    </message>
    <message>
        <source>open a trace that has such lanes, and choose one, first.</source>
        <translation>öffnen Sie zuerst einen Trace mit solchen Bahnen und wählen Sie eine aus.</translation>
    </message>
    <message>
        <source>Discard it</source>
        <translation>Verwerfen</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::PairModel</name>
    <message>
        <source>%1 % of %2</source>
        <translation>%1 % von %2</translation>
    </message>
    <message>
        <source>%1 across, %2 up: samples lie in %3 of the %4 cells they can be in</source>
        <translation>%1 waagerecht, %2 senkrecht: Samples liegen in %3 der %4 erreichbaren Zellen</translation>
    </message>
    <message>
        <source>Share of the cells that hold samples, of those that lie between samples or hold some</source>
        <translation>Anteil der Zellen mit Samples an denen, die zwischen Samples liegen oder welche enthalten</translation>
    </message>
    <message>
        <source>Across</source>
        <translation>Waagerecht</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Senkrecht</translation>
    </message>
    <message>
        <source>Covered</source>
        <translation>Abgedeckt</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::PlanEditor</name>
    <message>
        <source>S&amp;et</source>
        <translation>Set&amp;zen</translation>
    </message>
    <message>
        <source>Set the stressor to this fraction in the chosen cells</source>
        <translation>Den Stressor in den gewählten Zellen auf diesen Anteil setzen</translation>
    </message>
    <message>
        <source>S&amp;cale</source>
        <translation>S&amp;kalieren</translation>
    </message>
    <message>
        <source>Multiply the stressor in the chosen cells</source>
        <translation>Den Stressor in den gewählten Zellen multiplizieren</translation>
    </message>
    <message>
        <source>Re&amp;place</source>
        <translation>E&amp;rsetzen</translation>
    </message>
    <message>
        <source>Give the stressor&apos;s share to another one</source>
        <translation>Den Anteil des Stressors einem anderen geben</translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation>S&amp;perren</translation>
    </message>
    <message>
        <source>Keep the chosen cells as they are, whatever is edited</source>
        <translation>Die gewählten Zellen lassen, wie sie sind, was auch bearbeitet wird</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>Entsperre&amp;n</translation>
    </message>
    <message>
        <source>Let the chosen cells be edited again</source>
        <translation>Die gewählten Zellen wieder bearbeiten lassen</translation>
    </message>
    <message>
        <source>Make these windows a&amp;new</source>
        <translation>Diese Fenster neu erste&amp;llen</translation>
    </message>
    <message>
        <source>Compose the windows anew by the chosen method; what is locked stays</source>
        <translation>Die Fenster mit dem gewählten Verfahren neu zusammensetzen; Gesperrtes bleibt</translation>
    </message>
    <message>
        <source>Paint with the &amp;mouse on the map of CPUs</source>
        <translation>&amp;Mit der Maus auf der CPU-Karte malen</translation>
    </message>
    <message>
        <source>There is no plan to edit yet. Open one, or generate one from a real trace.</source>
        <translation>Es gibt noch keinen Plan zum Bearbeiten. Einen öffnen oder aus einem echten Trace generieren.</translation>
    </message>
    <message>
        <source>Drag over cells to set them to the fraction; Escape ends it</source>
        <translation>Über Zellen ziehen, um sie auf den Anteil zu setzen; Esc beendet es</translation>
    </message>
    <message>
        <source>&amp;Stressor:</source>
        <translation>&amp;Stressor:</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>&amp;Windows:</source>
        <translation>F&amp;enster:</translation>
    </message>
    <message>
        <source>First window</source>
        <translation>Erstes Fenster</translation>
    </message>
    <message>
        <source>Last window</source>
        <translation>Letztes Fenster</translation>
    </message>
    <message>
        <source>&amp;CPUs:</source>
        <translation>&amp;CPUs:</translation>
    </message>
    <message>
        <source>First CPU</source>
        <translation>Erste CPU</translation>
    </message>
    <message>
        <source>Last CPU</source>
        <translation>Letzte CPU</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Stressor to replace it by</source>
        <translation>Stressor, der ihn ersetzt</translation>
    </message>
    <message>
        <source>&amp;Fraction:</source>
        <translation>An&amp;teil:</translation>
    </message>
    <message>
        <source>Fact&amp;or:</source>
        <translation>Fakt&amp;or:</translation>
    </message>
    <message>
        <source>&amp;By:</source>
        <translation>D&amp;urch:</translation>
    </message>
    <message>
        <source>All stressors</source>
        <translation>Alle Stressoren</translation>
    </message>
    <message>
        <source>but not %1</source>
        <translation>aber nicht %1</translation>
    </message>
    <message>
        <source>Nothing is locked.</source>
        <translation>Nichts ist gesperrt.</translation>
    </message>
    <message>
        <source>Locked: %1.</source>
        <translation>Gesperrt: %1.</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::RecentFiles</name>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <translation>Liste &amp;leeren</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::RecordDialog</name>
    <message>
        <source>File of the recording</source>
        <translation>Datei der Aufzeichnung</translation>
    </message>
    <message>
        <source>Traces (*.h5 *.csv *.txt *.log)</source>
        <translation>Traces (*.h5 *.csv *.txt *.log)</translation>
    </message>
    <message>
        <source>Record this machine</source>
        <translation>Diese Maschine aufzeichnen</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>until stopped</source>
        <translation>bis zum Anhalten</translation>
    </message>
    <message>
        <source>none: whatever the machine does</source>
        <translation>keiner: was die Maschine eben tut</translation>
    </message>
    <message>
        <source>&amp;Duration:</source>
        <translation>&amp;Dauer:</translation>
    </message>
    <message>
        <source>0 records until it is stopped, or until the command has ended</source>
        <translation>0 zeichnet auf, bis angehalten wird oder der Befehl endet</translation>
    </message>
    <message>
        <source>&amp;Period:</source>
        <translation>&amp;Periode:</translation>
    </message>
    <message>
        <source>Time between samples; the kernel counts CPU time in steps of 10 ms, which shows below 0.1 s</source>
        <translation>Zeit zwischen Messpunkten; der Kernel zählt CPU-Zeit in Schritten von 10 ms, was unter 0,1 s sichtbar wird</translation>
    </message>
    <message>
        <source>&amp;Command:</source>
        <translation>&amp;Befehl:</translation>
    </message>
    <message>
        <source>A program and its arguments, started with the recording, without a shell; arguments with spaces in double quotes</source>
        <translation>Ein Programm mit Argumenten, mit der Aufzeichnung gestartet, ohne Shell; Argumente mit Leerzeichen in doppelten Anführungszeichen</translation>
    </message>
    <message>
        <source>&amp;Save to:</source>
        <translation>&amp;Speichern in:</translation>
    </message>
    <message>
        <source>Written when the recording ends, even when it is stopped; without a name it can be exported later</source>
        <translation>Wird am Ende der Aufzeichnung geschrieben, auch wenn sie angehalten wird; ohne Namen kann sie später exportiert werden</translation>
    </message>
    <message>
        <source>&amp;Record</source>
        <translation>&amp;Aufzeichnen</translation>
    </message>
    <message>
        <source>The duration is shorter than half a period.</source>
        <translation>Die Dauer ist kürzer als eine halbe Periode.</translation>
    </message>
    <message>
        <source>The file&apos;s name has to end in %1, which says the format.</source>
        <translation>Der Dateiname muss auf %1 enden, woraus sich das Format ergibt.</translation>
    </message>
    <message>
        <source>The file is there already and will be replaced.</source>
        <translation>Die Datei gibt es schon; sie wird ersetzt.</translation>
    </message>
    <message>
        <source>The recording takes the place of %1; its plans and emulations are closed.</source>
        <translation>Die Aufzeichnung tritt an die Stelle von %1; dessen Pläne und Emulationen werden geschlossen.</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::RefinementChart</name>
    <message>
        <source>mean DTW</source>
        <translation>mittlerer DTW</translation>
    </message>
    <message>
        <source>floor</source>
        <translation>Untergrenze</translation>
    </message>
    <message>
        <source>open</source>
        <translation>geöffnet</translation>
    </message>
    <message>
        <source>again</source>
        <translation>erneut</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Runde</translation>
    </message>
    <message>
        <source>floor, measured</source>
        <translation>Untergrenze, gemessen</translation>
    </message>
    <message numerus="yes">
        <source>Mean distance of %n round(s), best %1 in round %2, floor %3</source>
        <translation>
            <numerusform>Mittlerer Abstand von %n Runde, bester %1 in Runde %2, Untergrenze %3</numerusform>
            <numerusform>Mittlerer Abstand von %n Runden, bester %1 in Runde %2, Untergrenze %3</numerusform>
        </translation>
    </message>
    <message>
        <source>No round yet</source>
        <translation>Noch keine Runde</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::RefinementPanel</name>
    <message>
        <source>&amp;Refine</source>
        <translation>&amp;Verfeinern</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>S&amp;topp</translation>
    </message>
    <message>
        <source>Refining executes the plan, compares it with the real trace window by window, corrects the stressors where the trace is missed, and repeats. The best plan is kept, and any round can be gone back to. Every round takes as long as the trace.</source>
        <translation>Das Verfeinern führt den Plan aus, vergleicht ihn Fenster für Fenster mit dem echten Trace, korrigiert die Stressoren, wo der Trace verfehlt wird, und wiederholt das. Der beste Plan wird behalten, und zu jeder Runde lässt sich zurückgehen. Jede Runde dauert so lange wie der Trace.</translation>
    </message>
    <message>
        <source>SIMULATED: it was executed on a machine that is computed, nothing was measured.</source>
        <translation>SIMULIERT: ausgeführt auf einer berechneten Maschine, gemessen wurde nichts.</translation>
    </message>
    <message>
        <source>Rounds of the refinement</source>
        <translation>Runden der Verfeinerung</translation>
    </message>
    <message>
        <source>Execute the plan, correct it where the trace is missed, and repeat</source>
        <translation>Den Plan ausführen, korrigieren, wo der Trace verfehlt wird, und wiederholen</translation>
    </message>
    <message>
        <source>Stop refining; finished rounds stay</source>
        <translation>Das Verfeinern anhalten; fertige Runden bleiben</translation>
    </message>
    <message>
        <source>Corrections at most; it stops earlier when nothing improves</source>
        <translation>Höchstzahl der Korrekturen; es endet früher, wenn sich nichts verbessert</translation>
    </message>
    <message>
        <source>R&amp;ounds:</source>
        <translation>R&amp;unden:</translation>
    </message>
    <message>
        <source>The plan is executed as it came.</source>
        <translation>Der Plan wird ausgeführt, wie er ist.</translation>
    </message>
    <message>
        <source>Round %1 of %2 …</source>
        <translation>Runde %1 von %2 …</translation>
    </message>
    <message>
        <source>It was stopped.</source>
        <translation>Es wurde angehalten.</translation>
    </message>
    <message>
        <source>The floor is reached.</source>
        <translation>Die Untergrenze ist erreicht.</translation>
    </message>
    <message>
        <source>Nothing improves any more.</source>
        <translation>Es verbessert sich nichts mehr.</translation>
    </message>
    <message>
        <source>The rounds are over.</source>
        <translation>Die Runden sind vorbei.</translation>
    </message>
    <message>
        <source>Mean distance %1 as it came, %2 in the best round; floor %3.</source>
        <translation>Mittlerer Abstand anfangs %1, in der besten Runde %2; Untergrenze %3.</translation>
    </message>
    <message>
        <source>Executed once more, the best plan has %1.</source>
        <translation>Noch einmal ausgeführt hat der beste Plan %1.</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::ReportFigures</name>
    <message>
        <source>Timelines</source>
        <translation>Zeitlinien</translation>
    </message>
    <message>
        <source>Composition of the plan</source>
        <translation>Zusammensetzung des Plans</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::RoundModel</name>
    <message>
        <source>as it came</source>
        <translation>wie erhalten</translation>
    </message>
    <message>
        <source>%1, best</source>
        <translation>%1, beste</translation>
    </message>
    <message>
        <source>The plan of this round is open.</source>
        <translation>Der Plan dieser Runde ist geöffnet.</translation>
    </message>
    <message>
        <source>Choose it to go back to its plan.</source>
        <translation>Wählen, um zu ihrem Plan zurückzugehen.</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Runde</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::ScheduleView</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2, %3 of the window (%4)</source>
        <translation>%1: %2, %3 des Fensters (%4)</translation>
    </message>
    <message>
        <source>%1, here %2 from %3 on</source>
        <translation>%1, hier %2 ab %3</translation>
    </message>
    <message>
        <source>%1: sleep</source>
        <translation>%1: Schlaf</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Window %1 at %2</source>
        <translation>Fenster %1 bei %2</translation>
    </message>
    <message>
        <source> (in the order of execution; empty = sleep)</source>
        <translation> (in der Reihenfolge der Ausführung; leer = Schlaf)</translation>
    </message>
    <message>
        <source> (totals; empty = sleep)</source>
        <translation> (Summen; leer = Schlaf)</translation>
    </message>
    <message>
        <source>, from simulated data</source>
        <translation>, aus simulierten Daten</translation>
    </message>
    <message>
        <source>CPU %1</source>
        <translation>CPU %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>sleep %1</source>
        <translation>Schlaf %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::ScoreModel</name>
    <message>
        <source>MEAN</source>
        <translation>MITTEL</translation>
    </message>
    <message>
        <source>Not scored</source>
        <translation>Nicht bewertet</translation>
    </message>
    <message>
        <source>%1, warped without a band</source>
        <translation>%1, Warping ohne Band</translation>
    </message>
    <message numerus="yes">
        <source>%1, warped within a band of %n window(s)</source>
        <translation>
            <numerusform>%1, Warping in einem Band von %n Fenster</numerusform>
            <numerusform>%1, Warping in einem Band von %n Fenstern</numerusform>
        </translation>
    </message>
    <message>
        <source>%1–%2</source>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>Only the real trace has this metric.</source>
        <translation>Nur der echte Trace hat diese Metrik.</translation>
    </message>
    <message>
        <source>Only the emulated trace has this metric.</source>
        <translation>Nur der emulierte Trace hat diese Metrik.</translation>
    </message>
    <message>
        <source>Average difference per step after time warping, in units of the range; 0 = identical</source>
        <translation>Mittlerer Unterschied je Schritt nach dem Warping der Zeit, in Einheiten des Bereichs; 0 = identisch</translation>
    </message>
    <message>
        <source>Root mean square difference without warping, in units of the range</source>
        <translation>Quadratisches Mittel des Unterschieds ohne Warping, in Einheiten des Bereichs</translation>
    </message>
    <message>
        <source>What the values were scaled by</source>
        <translation>Wonach die Werte skaliert wurden</translation>
    </message>
    <message>
        <source>Windows left out because either side has no value</source>
        <translation>Ausgelassene Fenster, weil einer Seite ein Wert fehlt</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>DTW</source>
        <translation>DTW</translation>
    </message>
    <message>
        <source>RMSE</source>
        <translation>RMSE</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlend</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::ScorePanel</name>
    <message>
        <source>SIMULATED: both sides are computed, not measured.</source>
        <translation>SIMULIERT: beide Seiten sind berechnet, nicht gemessen.</translation>
    </message>
    <message>
        <source>SIMULATED: the real side is computed, not measured.</source>
        <translation>SIMULIERT: die reale Seite ist berechnet, nicht gemessen.</translation>
    </message>
    <message>
        <source>SIMULATED: the emulated side is computed, not measured.</source>
        <translation>SIMULIERT: die emulierte Seite ist berechnet, nicht gemessen.</translation>
    </message>
    <message>
        <source>Score of every metric</source>
        <translation>Bewertung jeder Metrik</translation>
    </message>
    <message>
        <source>Run a plan here, or open a recorded emulation, to see how close it comes to the real trace.</source>
        <translation>Hier einen Plan ausführen oder eine aufgezeichnete Emulation öffnen, um zu sehen, wie nahe sie dem echten Trace kommt.</translation>
    </message>
    <message numerus="yes">
        <source>%1 %n window(s) in %2 s. CPU time against the plan: %3 points off on average, %4 at most; 99 % of the windows began within %5 ms.</source>
        <translation>
            <numerusform>%1: %n Fenster in %2 s. CPU-Zeit gegenüber dem Plan: im Mittel %3 Punkte daneben, höchstens %4; 99 % der Fenster begannen innerhalb von %5 ms.</numerusform>
            <numerusform>%1: %n Fenster in %2 s. CPU-Zeit gegenüber dem Plan: im Mittel %3 Punkte daneben, höchstens %4; 99 % der Fenster begannen innerhalb von %5 ms.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped after</source>
        <translation>Vorzeitig angehalten</translation>
    </message>
    <message>
        <source>Ran</source>
        <translation>Ausgeführt</translation>
    </message>
    <message>
        <source>&amp;Selected stretch only</source>
        <translation>&amp;Nur ausgewählter Abschnitt</translation>
    </message>
    <message>
        <source>Score what is selected in the timelines, by the ranges of the whole trace</source>
        <translation>Bewerten, was in den Zeitlinien ausgewählt ist, mit den Bereichen des ganzen Traces</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::SelectionPanel</name>
    <message>
        <source>Drag with Shift in the timelines to select a stretch of time; 1 and 2 set measuring cursors.</source>
        <translation>In den Zeitlinien mit Umschalt ziehen, um einen Zeitabschnitt auszuwählen; 1 und 2 setzen Messcursor.</translation>
    </message>
    <message>
        <source>Statistics of the selected stretch</source>
        <translation>Statistik des ausgewählten Abschnitts</translation>
    </message>
    <message>
        <source>&amp;Copy the table</source>
        <translation>Tabelle &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy the statistics to the clipboard, for a spreadsheet</source>
        <translation>Die Statistik in die Zwischenablage kopieren, für eine Tabellenkalkulation</translation>
    </message>
    <message>
        <source>Selected: %1 to %2 (%3)</source>
        <translation>Ausgewählt: %1 bis %2 (%3)</translation>
    </message>
    <message>
        <source>Everything: %1 to %2 (%3)</source>
        <translation>Alles: %1 bis %2 (%3)</translation>
    </message>
    <message>
        <source>A at %1, B at %2, %3 apart</source>
        <translation>A bei %1, B bei %2, Abstand %3</translation>
    </message>
    <message>
        <source>A at %1</source>
        <translation>A bei %1</translation>
    </message>
    <message>
        <source>B at %1</source>
        <translation>B bei %1</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::SessionKeeper</name>
    <message>
        <source>Opening %1</source>
        <translation>Öffnen von %1</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>Speichern von %1</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::SignatureLegend</name>
    <message>
        <source>Brighter: stronger. Tilde: not monotone. Minus: falls. Dot: no change.</source>
        <translation>Heller: stärker. Tilde: nicht monoton. Minus: fällt. Punkt: keine Änderung.</translation>
    </message>
    <message>
        <source>weak</source>
        <translation>schwach</translation>
    </message>
    <message>
        <source>the strongest of all stressors</source>
        <translation>der stärkste aller Stressoren</translation>
    </message>
    <message>
        <source>~ not monotone   − falls   · no change</source>
        <translation>~ nicht monoton   − fällt   · keine Änderung</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::SignatureModel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>Stressor</source>
        <translation>Stressor</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::SignatureTable</name>
    <message>
        <source>Stressors and what they do to each metric</source>
        <translation>Stressoren und was sie mit jeder Metrik machen</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::StatisticsModel</name>
    <message>
        <source>emulated</source>
        <translation>emuliert</translation>
    </message>
    <message>
        <source>real</source>
        <translation>real</translation>
    </message>
    <message>
        <source>Weighted by the time each sample covers</source>
        <translation>Gewichtet mit der Zeit, die jeder Messwert abdeckt</translation>
    </message>
    <message>
        <source>Standard deviation, weighted by the time each sample covers</source>
        <translation>Standardabweichung, gewichtet mit der Zeit, die jeder Messwert abdeckt</translation>
    </message>
    <message>
        <source>So many per cent of the samples are not above it</source>
        <translation>So viel Prozent der Messwerte liegen nicht darüber</translation>
    </message>
    <message>
        <source>Samples without a value</source>
        <translation>Messpunkte ohne Wert</translation>
    </message>
    <message>
        <source>At the second measuring cursor less at the first</source>
        <translation>Wert am zweiten Messcursor minus Wert am ersten</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>Min</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>Max</translation>
    </message>
    <message>
        <source>Std dev</source>
        <translation>Std.-Abw.</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlend</translation>
    </message>
    <message>
        <source>At A</source>
        <translation>Bei A</translation>
    </message>
    <message>
        <source>At B</source>
        <translation>Bei B</translation>
    </message>
    <message>
        <source>B − A</source>
        <translation>B − A</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::StressorPanel</name>
    <message>
        <source>This machine</source>
        <translation>Diese Maschine</translation>
    </message>
    <message>
        <source>Another machine</source>
        <translation>Eine andere Maschine</translation>
    </message>
    <message numerus="yes">
        <source>%n CPU(s)</source>
        <translation>
            <numerusform>%n CPU</numerusform>
            <numerusform>%n CPUs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stressor(s)</source>
        <translation>
            <numerusform>%n Stressor</numerusform>
            <numerusform>%n Stressoren</numerusform>
        </translation>
    </message>
    <message>
        <source>measured %1</source>
        <translation>gemessen %1</translation>
    </message>
    <message>
        <source>SIMULATED: these numbers were not measured on any machine.</source>
        <translation>SIMULIERT: diese Zahlen wurden auf keiner Maschine gemessen.</translation>
    </message>
    <message>
        <source>Other work took %1 % of the CPUs meanwhile; calibrate again when the machine is quiet.</source>
        <translation>Andere Arbeit belegte währenddessen %1 % der CPUs; bitte neu kalibrieren, wenn die Maschine ruhig ist.</translation>
    </message>
    <message>
        <source>Calibrate this machine</source>
        <translation>Diese Maschine kalibrieren</translation>
    </message>
    <message>
        <source>The stressors of this machine are not calibrated yet</source>
        <translation>Die Stressoren dieser Maschine sind noch nicht kalibriert</translation>
    </message>
    <message>
        <source>A calibration runs every stressor alone on all CPUs at six doses, in random order, and records what each metric does: how strongly it answers, whether more of the stressor means more of it, and where it saturates. It takes about ten seconds per stressor and can be stopped and continued; nothing else should be running. The calibration of another machine can be dropped on this window.</source>
        <translation>Eine Kalibrierung führt jeden Stressor allein auf allen CPUs mit sechs Dosen in zufälliger Reihenfolge aus und zeichnet auf, was jede Metrik tut: wie stark sie antwortet, ob mehr vom Stressor mehr von ihr bedeutet und wo sie sättigt. Das dauert etwa zehn Sekunden je Stressor und kann angehalten und fortgesetzt werden; sonst sollte nichts laufen. Die Kalibrierung einer anderen Maschine kann auf dieses Fenster gezogen werden.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Not recorded: %1.</source>
        <translation>Nicht aufgezeichnet: %1.</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; (%2): %3</source>
        <translation>&lt;b&gt;%1&lt;/b&gt; (%2): %3</translation>
    </message>
    <message>
        <source>Not available: %1</source>
        <translation>Nicht verfügbar: %1</translation>
    </message>
    <message>
        <source>Calibrating…</source>
        <translation>Wird kalibriert…</translation>
    </message>
    <message>
        <source>Calibrate again</source>
        <translation>Neu kalibrieren</translation>
    </message>
    <message>
        <source>Continue calibration</source>
        <translation>Kalibrierung fortsetzen</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::TestRunChart</name>
    <message numerus="yes">
        <source>%1: mean %2 of %n run(s)</source>
        <translation>
            <numerusform>%1: Mittel %2 aus %n Lauf</numerusform>
            <numerusform>%1: Mittel %2 aus %n Läufen</numerusform>
        </translation>
    </message>
    <message>
        <source>No run yet</source>
        <translation>Noch kein Lauf</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::TestRunForm</name>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Workload</source>
        <translation>Workload</translation>
    </message>
    <message>
        <source>Workloads and plans (*)</source>
        <translation>Workloads und Pläne (*)</translation>
    </message>
    <message>
        <source>Fold it onto the CPUs there are</source>
        <translation>Auf die vorhandenen CPUs falten</translation>
    </message>
    <message>
        <source>Progress of the test run</source>
        <translation>Fortschritt des Testlaufs</translation>
    </message>
    <message>
        <source>Ends all that was started; finished runs stay</source>
        <translation>Beendet alles, was gestartet wurde; fertige Läufe bleiben</translation>
    </message>
    <message>
        <source>Time of the command</source>
        <translation>Zeit des Befehls</translation>
    </message>
    <message>
        <source>Throughput that it prints</source>
        <translation>Durchsatz, den er ausgibt</translation>
    </message>
    <message>
        <source>Latency that it prints</source>
        <translation>Latenz, die er ausgibt</translation>
    </message>
    <message>
        <source>for example: make -j2</source>
        <translation>zum Beispiel: make -j2</translation>
    </message>
    <message>
        <source>none, or one that runs already</source>
        <translation>keiner, oder einer, der schon läuft</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ohne</translation>
    </message>
    <message>
        <source>for example: requests/s</source>
        <translation>zum Beispiel: Anfragen/s</translation>
    </message>
    <message>
        <source>&amp;Workload:</source>
        <translation>Wor&amp;kload-Datei:</translation>
    </message>
    <message>
        <source>An exported workload, or a plan; it is repeated until the command ends</source>
        <translation>Eine exportierte Workload oder ein Plan; wird wiederholt, bis der Befehl endet</translation>
    </message>
    <message>
        <source>A plan for more CPUs than there are runs the mean of the rows each of them stands for</source>
        <translation>Ein Plan für mehr CPUs, als es gibt, führt auf jeder das Mittel der Zeilen aus, für die sie steht</translation>
    </message>
    <message>
        <source>&amp;Command:</source>
        <translation>B&amp;efehl:</translation>
    </message>
    <message>
        <source>What is tested, as a shell understands it; it has to end by itself</source>
        <translation>Was getestet wird, wie eine Shell es versteht; es muss von selbst enden</translation>
    </message>
    <message>
        <source>S&amp;ervice:</source>
        <translation>D&amp;ienst:</translation>
    </message>
    <message>
        <source>A shell command of what the command is a client of; it is started before each run and ended after it</source>
        <translation>Ein Shell-Befehl für das, dessen Client der Befehl ist; er wird vor jedem Lauf gestartet und danach beendet</translation>
    </message>
    <message>
        <source>Read&amp;y after:</source>
        <translation>Be&amp;reit nach:</translation>
    </message>
    <message>
        <source>Time that the service is given to start</source>
        <translation>Zeit, die der Dienst zum Starten bekommt</translation>
    </message>
    <message>
        <source>Real &amp;mix:</source>
        <translation>Echter Mi&amp;x:</translation>
    </message>
    <message>
        <source>A shell command that runs the real neighbours until it is ended, to compare the workload with</source>
        <translation>Ein Shell-Befehl, der die echten Nachbarn ausführt, bis er beendet wird, um die Workload damit zu vergleichen</translation>
    </message>
    <message>
        <source>Measu&amp;re:</source>
        <translation>Mess&amp;größe:</translation>
    </message>
    <message>
        <source>&amp;Pattern:</source>
        <translation>&amp;Muster:</translation>
    </message>
    <message>
        <source>A regular expression whose one group, in parentheses, is the number; of several matches in what the command prints the last counts</source>
        <translation>Ein regulärer Ausdruck, dessen eine Gruppe, in Klammern, die Zahl ist; bei mehreren Treffern in der Ausgabe des Befehls zählt der letzte</translation>
    </message>
    <message>
        <source>&amp;Unit:</source>
        <translation>Ei&amp;nheit:</translation>
    </message>
    <message>
        <source>R&amp;uns of each:</source>
        <translation>&amp;Läufe je Fall:</translation>
    </message>
    <message>
        <source>Alone and beside take turns; more runs make the intervals narrower</source>
        <translation>Läufe allein und daneben wechseln sich ab; mehr Läufe machen die Intervalle enger</translation>
    </message>
    <message>
        <source>Se&amp;ttle:</source>
        <translation>&amp;Vorlauf:</translation>
    </message>
    <message>
        <source>Time from the start of the workload, or the mix, to that of the command</source>
        <translation>Zeit vom Start der Workload oder des Mix bis zu dem des Befehls</translation>
    </message>
    <message>
        <source>Pause:</source>
        <translation>Pause:</translation>
    </message>
    <message>
        <source>Time between runs</source>
        <translation>Zeit zwischen Läufen</translation>
    </message>
    <message>
        <source>Name a workload, or open a plan.</source>
        <translation>Bitte eine Workload nennen oder einen Plan öffnen.</translation>
    </message>
    <message>
        <source>There is no such workload.</source>
        <translation>Diese Workload gibt es nicht.</translation>
    </message>
    <message>
        <source>Enter the command that is to be tested.</source>
        <translation>Bitte den Befehl eingeben, der getestet werden soll.</translation>
    </message>
    <message>
        <source>Enter the pattern that finds the number.</source>
        <translation>Bitte das Muster eingeben, das die Zahl findet.</translation>
    </message>
    <message>
        <source>the plan that is open: %1</source>
        <translation>der geöffnete Plan: %1</translation>
    </message>
    <message>
        <source>Run the test</source>
        <translation>Test ausführen</translation>
    </message>
    <message>
        <source>The machine is busy with something else.</source>
        <translation>Die Maschine ist mit etwas anderem beschäftigt.</translation>
    </message>
    <message>
        <source>Nothing else should be running meanwhile.</source>
        <translation>Währenddessen sollte nichts anderes laufen.</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::TestRunLanes</name>
    <message>
        <source>What the run alone is compared with</source>
        <translation>Womit der Lauf allein verglichen wird</translation>
    </message>
    <message>
        <source>%1, run %2</source>
        <translation>%1, Lauf %2</translation>
    </message>
    <message>
        <source>solid: %1</source>
        <translation>durchgezogen: %1</translation>
    </message>
    <message>
        <source>dashed: %1</source>
        <translation>gestrichelt: %1</translation>
    </message>
    <message>
        <source>The machine during the runs appears here; very short runs are not recorded.</source>
        <translation>Die Maschine während der Läufe erscheint hier; sehr kurze Läufe werden nicht aufgezeichnet.</translation>
    </message>
    <message>
        <source>The machine; %1</source>
        <translation>Die Maschine; %1</translation>
    </message>
    <message>
        <source>Of every condition the run whose value is nearest to the median.</source>
        <translation>Von jedem Fall der Lauf, dessen Wert dem Median am nächsten liegt.</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::TestRunPanel</name>
    <message>
        <source>Save report…</source>
        <translation>Bericht speichern…</translation>
    </message>
    <message>
        <source>SIMULATED origin: the workload&apos;s plan was made from simulated measurements. It was executed on a real machine, and the numbers here were measured.</source>
        <translation>Herkunft SIMULIERT: der Plan der Workload entstand aus simulierten Messungen. Ausgeführt wurde sie auf einer echten Maschine, und die Zahlen hier wurden gemessen.</translation>
    </message>
    <message>
        <source>Every point is a run, in their order; the diamond is the mean with its 95 % interval.</source>
        <translation>Jeder Punkt ist ein Lauf, in ihrer Reihenfolge; die Raute ist das Mittel mit seinem 95-%-Intervall.</translation>
    </message>
    <message>
        <source>Write the runs and their recordings, to be opened again</source>
        <translation>Die Läufe und ihre Aufzeichnungen schreiben, um sie wieder zu öffnen</translation>
    </message>
    <message>
        <source>Conditions and slowdowns</source>
        <translation>Fälle und Verlangsamungen</translation>
    </message>
    <message>
        <source>The command runs alone first; its runs appear here one by one.</source>
        <translation>Der Befehl läuft zuerst allein; seine Läufe erscheinen hier nacheinander.</translation>
    </message>
    <message>
        <source>A test run shows what an application suffers beside a workload: the command is run alone and beside it in turn. Name the command on the left, and a workload, or open a plan. The report of an earlier test run can be dropped on this window.</source>
        <translation>Ein Testlauf zeigt, was eine Anwendung neben einer Workload erleidet: der Befehl wird abwechselnd allein und neben ihr ausgeführt. Links den Befehl und eine Workload nennen, oder einen Plan öffnen. Der Bericht eines früheren Testlaufs kann auf dieses Fenster gezogen werden.</translation>
    </message>
    <message>
        <source>%1 beside %2</source>
        <translation>%1 neben %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Slowdown beside the workload: %1 % (95 %: %2).</source>
        <translation>Verlangsamung neben der Workload: %1 % (95 %: %2).</translation>
    </message>
    <message>
        <source>Slowdown beside the workload: %1 %, of too few or too uneven runs for an interval.</source>
        <translation>Verlangsamung neben der Workload: %1 %, aus zu wenigen oder zu ungleichen Läufen für ein Intervall.</translation>
    </message>
    <message>
        <source>Degradation difference to the real mix: %1 points (95 %: %2).</source>
        <translation>Unterschied der Degradation zum echten Mix: %1 Punkte (95 %: %2).</translation>
    </message>
    <message>
        <source>It was stopped before all runs were made.</source>
        <translation>Es wurde angehalten, bevor alle Läufe fertig waren.</translation>
    </message>
    <message>
        <source>Run %1 %2 does not count: %3</source>
        <translation>Lauf %1 %2 zählt nicht: %3</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Settings of the test run</source>
        <translation>Einstellungen des Testlaufs</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::TimelineView</name>
    <message>
        <source>Time since the start</source>
        <translation>Zeit seit Beginn</translation>
    </message>
    <message>
        <source>Local time</source>
        <translation>Ortszeit</translation>
    </message>
    <message>
        <source>DTW distance</source>
        <translation>DTW-Abstand</translation>
    </message>
    <message numerus="yes">
        <source>%n metric(s)</source>
        <translation>
            <numerusform>%n Metrik</numerusform>
            <numerusform>%n Metriken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n core(s)</source>
        <translation>
            <numerusform>%n Kern</numerusform>
            <numerusform>%n Kerne</numerusform>
        </translation>
    </message>
    <message>
        <source>Real</source>
        <translation>Real</translation>
    </message>
    <message>
        <source>Emulated</source>
        <translation>Emuliert</translation>
    </message>
    <message>
        <source>Timelines</source>
        <translation>Zeitlinien</translation>
    </message>
    <message>
        <source>One lane per metric over time; the real trace is solid, the emulated one dashed.</source>
        <translation>Eine Bahn je Metrik über die Zeit; der echte Trace ist durchgezogen, der emulierte gestrichelt.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n metric(s)</source>
        <translation>
            <numerusform>%1: %n Metrik</numerusform>
            <numerusform>%1: %n Metriken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>CPU utilisation of %n core(s)</source>
        <translation>
            <numerusform>CPU-Auslastung von %n Kern</numerusform>
            <numerusform>CPU-Auslastung von %n Kernen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1: %2 to %3, source: %4</source>
        <translation>%1: %2 bis %3, Quelle: %4</translation>
    </message>
    <message>
        <source>at the cursor %1</source>
        <translation>am Cursor %1</translation>
    </message>
    <message>
        <source>no value at the cursor</source>
        <translation>kein Wert am Cursor</translation>
    </message>
    <message>
        <source>DTW distance %1</source>
        <translation>DTW-Abstand %1</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… und %n weiterer</numerusform>
            <numerusform>… und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>One lane per metric over time; solid: %1, dashed: %2.</source>
        <translation>Eine Bahn je Metrik über die Zeit; durchgezogen: %1, gestrichelt: %2.</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::TrainPointModel</name>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>Time trained</source>
        <translation>Trainierte Zeit</translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation>Trainingsverlust</translation>
    </message>
    <message>
        <source>Held-out loss</source>
        <translation>Validierungsverlust</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>Gradientennorm</translation>
    </message>
    <message>
        <source>The point with the smallest held-out loss, whose weights the model keeps</source>
        <translation>Der Punkt mit dem kleinsten Validierungsverlust, dessen Gewichte das Modell behält</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::TrainingCharts</name>
    <message>
        <source>training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>held out</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>best</source>
        <translation>bester Wert</translation>
    </message>
    <message>
        <source>gradient norm (right)</source>
        <translation>Gradientennorm (rechts)</translation>
    </message>
    <message>
        <source>Loss on simulated samples over steps, logarithmic</source>
        <translation>Verlust auf simulierten Samples über die Schritte, logarithmisch</translation>
    </message>
    <message>
        <source>Loss over steps, logarithmic</source>
        <translation>Verlust über die Schritte, logarithmisch</translation>
    </message>
    <message>
        <source>Learning rate and gradient norm over steps</source>
        <translation>Lernrate und Gradientennorm über die Schritte</translation>
    </message>
    <message>
        <source>learning rate (left)</source>
        <translation>Lernrate (links)</translation>
    </message>
    <message>
        <source>learning rate (left, × %1)</source>
        <translation>Lernrate (links, × %1)</translation>
    </message>
    <message>
        <source>Training on simulated samples</source>
        <translation>Training auf simulierten Samples</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>%1, nothing held out measured yet</source>
        <translation>%1, Validierung noch nicht gemessen</translation>
    </message>
    <message>
        <source>%1, best held-out loss %2 at step %3</source>
        <translation>%1, bester Validierungsverlust %2 bei Schritt %3</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::TrainingForm</name>
    <message>
        <source>Data set</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Data sets (*.h5 *.hdf5)</source>
        <translation>Datensätze (*.h5 *.hdf5)</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Models (*.safetensors)</source>
        <translation>Modelle (*.safetensors)</translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <translation>Fortschritt des Trainings</translation>
    </message>
    <message>
        <source>Forget the training that was stopped</source>
        <translation>Das angehaltene Training vergessen</translation>
    </message>
    <message>
        <source>Keep what was learnt so far, to be continued</source>
        <translation>Das bisher Gelernte behalten, um es fortzusetzen</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>keine Grenze</translation>
    </message>
    <message>
        <source>&amp;Data set:</source>
        <translation>Da&amp;tensatz:</translation>
    </message>
    <message>
        <source>M&amp;odel:</source>
        <translation>M&amp;odell:</translation>
    </message>
    <message>
        <source>A&amp;rchitecture:</source>
        <translation>A&amp;rchitektur:</translation>
    </message>
    <message>
        <source>The set transformer knows CPUs of a socket as interchangeable; the U-Net is the paper&apos;s network</source>
        <translation>Der Set-Transformer weiß, dass die CPUs eines Sockels austauschbar sind; das U-Net ist das Netz der Veröffentlichung</translation>
    </message>
    <message>
        <source>&amp;Time limit:</source>
        <translation>&amp;Zeitlimit:</translation>
    </message>
    <message>
        <source>Training ends after this time, or after the epochs; the learning rate falls towards the end</source>
        <translation>Das Training endet nach dieser Zeit oder nach den Epochen; die Lernrate sinkt gegen Ende</translation>
    </message>
    <message>
        <source>E&amp;pochs:</source>
        <translation>&amp;Epochen:</translation>
    </message>
    <message>
        <source>Times every sample is seen</source>
        <translation>Wie oft jedes Sample gesehen wird</translation>
    </message>
    <message>
        <source>&amp;Batch:</source>
        <translation>Bat&amp;chgröße:</translation>
    </message>
    <message>
        <source>Samples per step</source>
        <translation>Samples je Schritt</translation>
    </message>
    <message>
        <source>S&amp;eed:</source>
        <translation>&amp;Startwert:</translation>
    </message>
    <message>
        <source>Of weights, split, order and noise</source>
        <translation>Für Gewichte, Aufteilung, Reihenfolge und Rauschen</translation>
    </message>
    <message>
        <source>Reading the data set…</source>
        <translation>Der Datensatz wird gelesen…</translation>
    </message>
    <message>
        <source>Continue training</source>
        <translation>Weiter trainieren</translation>
    </message>
    <message>
        <source>Train again</source>
        <translation>Neu trainieren</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>No data set is installed for this machine yet: collect training data (menu Workload), or choose a file.</source>
        <translation>Für diese Maschine ist noch kein Datensatz installiert: bitte Trainingsdaten sammeln (Menü Workload) oder eine Datei wählen.</translation>
    </message>
    <message>
        <source>There is no such data set.</source>
        <translation>Diesen Datensatz gibt es nicht.</translation>
    </message>
    <message>
        <source>The machine is being measured; training waits for that.</source>
        <translation>Die Maschine wird gerade gemessen; das Training wartet darauf.</translation>
    </message>
    <message>
        <source>A training of this model was stopped and can go on.</source>
        <translation>Ein Training dieses Modells wurde angehalten und kann fortgesetzt werden.</translation>
    </message>
    <message>
        <source>Training replaces the model when it is done.</source>
        <translation>Das Training ersetzt das Modell, sobald es fertig ist.</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::TrainingPanel</name>
    <message>
        <source>utilisation of each CPU</source>
        <translation>Auslastung jeder CPU</translation>
    </message>
    <message>
        <source>Stressors: %1.</source>
        <translation>Stressoren: %1.</translation>
    </message>
    <message>
        <source>Metrics: %1.</source>
        <translation>Metriken: %1.</translation>
    </message>
    <message>
        <source>%1 is not followed: %2.</source>
        <translation>%1 wird nicht verfolgt: %2.</translation>
    </message>
    <message>
        <source>Its forward model is off by %1 of the ranges on held-out samples.</source>
        <translation>Sein Vorwärtsmodell liegt auf Validierungs-Samples um %1 der Bereiche daneben.</translation>
    </message>
    <message>
        <source>Machine: %1.</source>
        <translation>Maschine: %1.</translation>
    </message>
    <message>
        <source>It was aligned by executing %L1 windows on: %2.</source>
        <translation>Es wurde durch Ausführen von %L1 Fenstern ausgerichtet; Traces: %2.</translation>
    </message>
    <message>
        <source>%1, the log of an alignment</source>
        <translation>%1, das Protokoll einer Ausrichtung</translation>
    </message>
    <message>
        <source>%1, the log of a training</source>
        <translation>%1, das Protokoll eines Trainings</translation>
    </message>
    <message>
        <source>%1, unfinished</source>
        <translation>%1, nicht fertig</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>Align</source>
        <translation>Ausrichten</translation>
    </message>
    <message>
        <source>Which curves are shown</source>
        <translation>Welche Kurven gezeigt werden</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Alignment</source>
        <translation>Ausrichtung</translation>
    </message>
    <message>
        <source>Curves begin with the first measurement of the held-out loss.</source>
        <translation>Kurven beginnen mit der ersten Messung des Validierungsverlusts.</translation>
    </message>
    <message>
        <source>Curves begin with the first execution of the held-out windows.</source>
        <translation>Kurven beginnen mit der ersten Ausführung der Validierungsfenster.</translation>
    </message>
    <message>
        <source>A model learns from the data set of a machine which compositions of stressors bring about which metrics; the diffusion method then draws compositions from it. Train one here, or drop a model&apos;s file or the log of a training or alignment that runs elsewhere on this window to see how it goes.</source>
        <translation>Ein Modell lernt aus dem Datensatz einer Maschine, welche Zusammensetzungen von Stressoren welche Metriken bewirken; das Diffusionsverfahren zieht dann Zusammensetzungen daraus. Hier eines trainieren, oder die Datei eines Modells oder das Protokoll eines Trainings oder einer Ausrichtung, die anderswo laufen, auf dieses Fenster ziehen, um den Verlauf zu sehen.</translation>
    </message>
    <message>
        <source>SIMULATED: its plans were executed on no real machine.</source>
        <translation>SIMULIERT: seine Pläne wurden auf keiner echten Maschine ausgeführt.</translation>
    </message>
    <message>
        <source>SIMULATED: it learnt from measurements of no real machine.</source>
        <translation>SIMULIERT: es lernte nicht aus Messungen einer echten Maschine.</translation>
    </message>
    <message>
        <source>Last and best point of the alignment</source>
        <translation>Letzter und bester Punkt der Ausrichtung</translation>
    </message>
    <message>
        <source>Last and best point of the training</source>
        <translation>Letzter und bester Punkt des Trainings</translation>
    </message>
    <message>
        <source>Settings of the training</source>
        <translation>Einstellungen des Trainings</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::VersionComparison</name>
    <message>
        <source>%1 (from simulated data)</source>
        <translation>%1 (aus simulierten Daten)</translation>
    </message>
    <message>
        <source>not scored</source>
        <translation>nicht bewertet</translation>
    </message>
    <message>
        <source>First version</source>
        <translation>Erste Version</translation>
    </message>
    <message>
        <source>Second version</source>
        <translation>Zweite Version</translation>
    </message>
    <message>
        <source>There are no two versions of a plan yet. A version begins when a plan is generated, opened, refined or edited.</source>
        <translation>Es gibt noch keine zwei Versionen eines Plans. Eine Version beginnt, wenn ein Plan generiert, geöffnet, verfeinert oder bearbeitet wird.</translation>
    </message>
    <message>
        <source>&amp;First:</source>
        <translation>&amp;Erste:</translation>
    </message>
    <message>
        <source>&amp;Second:</source>
        <translation>&amp;Zweite:</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Second less first (orange: more in the second; blue: less)</source>
        <translation>Zweite minus erste (orange: mehr in der zweiten; blau: weniger)</translation>
    </message>
    <message>
        <source>Mean DTW distance: %1 and %2</source>
        <translation>Mittlerer DTW-Abstand: %1 und %2</translation>
    </message>
    <message>
        <source>; %1 and %2 windows on %3 and %4 CPUs</source>
        <translation>; %1 und %2 Fenster auf %3 und %4 CPUs</translation>
    </message>
    <message numerus="yes">
        <source>; %n window(s) differ</source>
        <translation>
            <numerusform>; %n Fenster verschieden</numerusform>
            <numerusform>; %n Fenster verschieden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::VersionModel</name>
    <message>
        <source>%1 (simulated)</source>
        <translation>%1 (simuliert)</translation>
    </message>
    <message>
        <source>Plan: %1</source>
        <translation>Plan: %1</translation>
    </message>
    <message>
        <source>Emulation: %1</source>
        <translation>Emulation: %1</translation>
    </message>
    <message>
        <source>It was not run yet, so there is nothing to compare.</source>
        <translation>Noch nicht ausgeführt, daher gibt es nichts zu vergleichen.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>MEAN</source>
        <translation>MITTEL</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::VersionsPanel</name>
    <message>
        <source>Add &amp;baselines</source>
        <translation>Base&amp;lines ergänzen</translation>
    </message>
    <message>
        <source>Run &amp;all</source>
        <translation>Alle a&amp;usführen</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>Umbe&amp;nennen</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Every plan that is made or opened for this trace, and every run of it, becomes a version here, to be put back, compared and drawn beside the others.</source>
        <translation>Jeder Plan, der für diesen Trace erstellt oder geöffnet wird, und jeder Lauf davon wird hier eine Version, die sich zurückholen, vergleichen und neben den anderen zeichnen lässt.</translation>
    </message>
    <message>
        <source>Versions of the plan with their distances to the real trace</source>
        <translation>Versionen des Plans mit ihren Abständen zum echten Trace</translation>
    </message>
    <message>
        <source>Show this version</source>
        <translation>Diese Version zeigen</translation>
    </message>
    <message>
        <source>Give this version another name</source>
        <translation>Dieser Version einen anderen Namen geben</translation>
    </message>
    <message>
        <source>Forget this version; files stay</source>
        <translation>Diese Version vergessen; Dateien bleiben</translation>
    </message>
    <message>
        <source>Make a plan by every method that works from the data set, to compare with</source>
        <translation>Zum Vergleichen mit jedem Verfahren, das mit dem Datensatz arbeitet, einen Plan erstellen</translation>
    </message>
    <message>
        <source>Run every version here that was not run yet, one after the other</source>
        <translation>Jede Version hier, die noch nicht ausgeführt wurde, nacheinander ausführen</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::Welcome</name>
    <message>
        <source>Mimesys Studio</source>
        <translation>Mimesys Studio</translation>
    </message>
    <message>
        <source>Turns a resource-usage trace into a workload that makes a machine look as if the traced applications were running on it, and measures how well it does.</source>
        <translation>Macht aus einem Trace der Ressourcennutzung eine Workload, die eine Maschine so aussehen lässt, als liefen die aufgezeichneten Anwendungen auf ihr, und misst, wie gut das gelingt.</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>Open a trace…</source>
        <translation>Einen Trace öffnen…</translation>
    </message>
    <message>
        <source>HPCPerfStats, pqos, CSV or HDF5, also packed with gzip. Files can be dropped on the window too.</source>
        <translation>HPCPerfStats, pqos, CSV oder HDF5, auch mit gzip gepackt. Dateien können auch auf das Fenster gezogen werden.</translation>
    </message>
    <message>
        <source>Record this machine…</source>
        <translation>Diese Maschine aufzeichnen…</translation>
    </message>
    <message>
        <source>Records what runs here now, or a command&apos;s run, as a trace.</source>
        <translation>Zeichnet auf, was hier gerade läuft oder ein Befehl tut, als Trace.</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>Das Beispiel öffnen</translation>
    </message>
    <message>
        <source>A trace of real applications, to look around without data of your own.</source>
        <translation>Ein Trace echter Anwendungen, um sich ohne eigene Daten umzusehen.</translation>
    </message>
    <message>
        <source>Opened last</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Files you open are listed here, so that you find them again.</source>
        <translation>Dateien, die Sie öffnen, stehen hier, damit Sie sie wiederfinden.</translation>
    </message>
    <message>
        <source>From a trace to a workload</source>
        <translation>Vom Trace zur Workload</translation>
    </message>
    <message>
        <source>1. Look</source>
        <translation>1. Ansehen</translation>
    </message>
    <message>
        <source>Open a trace: every metric on one time axis.</source>
        <translation>Einen Trace öffnen: alle Metriken auf einer Zeitachse.</translation>
    </message>
    <message>
        <source>2. Generate</source>
        <translation>2. Generieren</translation>
    </message>
    <message>
        <source>Make a plan of stressors that imitates it on this machine.</source>
        <translation>Einen Plan aus Stressoren erstellen, der ihn auf dieser Maschine nachahmt.</translation>
    </message>
    <message>
        <source>3. Run</source>
        <translation>3. Ausführen</translation>
    </message>
    <message>
        <source>Execute the plan here; what happens is recorded and scored.</source>
        <translation>Den Plan hier ausführen; was geschieht, wird aufgezeichnet und bewertet.</translation>
    </message>
    <message>
        <source>4. Export</source>
        <translation>4. Exportieren</translation>
    </message>
    <message>
        <source>Write one file that runs the workload anywhere.</source>
        <translation>Eine Datei schreiben, die die Workload überall ausführt.</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <comment>file and folder</comment>
        <translation>%1 — %2</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::Workflow</name>
    <message>
        <source>Opening %1</source>
        <translation>Öffnen von %1</translation>
    </message>
    <message numerus="yes">
        <source>Opening %n file(s)</source>
        <translation>
            <numerusform>Öffnen von %n Datei</numerusform>
            <numerusform>Öffnen von %n Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>Scoring</source>
        <translation>Bewerten</translation>
    </message>
    <message>
        <source>Opening the calibration</source>
        <translation>Öffnen der Kalibrierung</translation>
    </message>
    <message>
        <source>Calibrating</source>
        <translation>Kalibrieren</translation>
    </message>
    <message>
        <source>The stressors of this machine are calibrated.</source>
        <translation>Die Stressoren dieser Maschine sind kalibriert.</translation>
    </message>
    <message>
        <source>run in progress</source>
        <translation>laufender Lauf</translation>
    </message>
    <message>
        <source>Running %1</source>
        <translation>Ausführen von %1</translation>
    </message>
    <message>
        <source>Exporting %1</source>
        <translation>Exportieren von %1</translation>
    </message>
    <message>
        <source>%1 was written.</source>
        <translation>%1 wurde geschrieben.</translation>
    </message>
    <message>
        <source>Collecting training data</source>
        <translation>Sammeln von Trainingsdaten</translation>
    </message>
    <message numerus="yes">
        <source>Training data collected: %n sample(s); %1.</source>
        <translation>
            <numerusform>Trainingsdaten gesammelt: %n Sample; %1.</numerusform>
            <numerusform>Trainingsdaten gesammelt: %n Samples; %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>They are simulated.</source>
        <translation>Sie sind simuliert.</translation>
    </message>
    <message>
        <source>Other work took %1 points of every CPU meanwhile; collect again when the machine is quiet.</source>
        <translation>Andere Arbeit belegte währenddessen %1 Punkte jeder CPU; bitte neu sammeln, wenn die Maschine ruhig ist.</translation>
    </message>
    <message>
        <source>Opening the data set</source>
        <translation>Öffnen des Datensatzes</translation>
    </message>
    <message numerus="yes">
        <source>The trace has %n CPU(s) and the model %1; fitting averages or repeats them.</source>
        <translation>
            <numerusform>Der Trace hat %n CPU und das Modell %1; das Anpassen mittelt oder wiederholt sie.</numerusform>
            <numerusform>Der Trace hat %n CPUs und das Modell %1; das Anpassen mittelt oder wiederholt sie.</numerusform>
        </translation>
    </message>
    <message>
        <source>The model uses stressors this program does not have, which fitting leaves out: %1.</source>
        <translation>Das Modell nutzt Stressoren, die dieses Programm nicht hat und die das Anpassen auslässt: %1.</translation>
    </message>
    <message>
        <source>Generating a plan (%1)</source>
        <translation>Generieren eines Plans (%1)</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>Die Datei %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>Opening the model</source>
        <translation>Öffnen des Modells</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>The model %1 is trained.</source>
        <translation>Das Modell %1 ist trainiert.</translation>
    </message>
    <message>
        <source>Aligning</source>
        <translation>Ausrichten</translation>
    </message>
    <message>
        <source>The model %1 is aligned.</source>
        <translation>Das Modell %1 ist ausgerichtet.</translation>
    </message>
    <message>
        <source>Refining %1</source>
        <translation>Verfeinern von %1</translation>
    </message>
    <message>
        <source>%1 was not opened: it would take the place of the recording in progress. Stop that first.</source>
        <translation>%1 wurde nicht geöffnet: das würde an die Stelle der laufenden Aufzeichnung treten. Bitte diese zuerst anhalten.</translation>
    </message>
    <message>
        <source>interrupted run</source>
        <translation>abgebrochener Lauf</translation>
    </message>
    <message>
        <source>recording in progress</source>
        <translation>laufende Aufzeichnung</translation>
    </message>
    <message>
        <source>this machine</source>
        <translation>dieser Maschine</translation>
    </message>
    <message>
        <source>Recording %1</source>
        <translation>Aufzeichnen von %1</translation>
    </message>
    <message>
        <source>interrupted recording</source>
        <translation>abgebrochene Aufzeichnung</translation>
    </message>
    <message>
        <source>Its format has no place for %1; export the real trace to a .h5 file to keep everything.</source>
        <translation>Das Format hat keinen Platz für %1; den echten Trace in eine .h5-Datei exportieren, um alles zu behalten.</translation>
    </message>
    <message>
        <source>The command ended with exit code %1; its recording is complete.</source>
        <translation>Der Befehl endete mit Rückgabewert %1; seine Aufzeichnung ist vollständig.</translation>
    </message>
    <message>
        <source>Making a part of the plan anew (%1)</source>
        <translation>Neuerstellen eines Planteils (%1)</translation>
    </message>
    <message>
        <source>Make anew by %1%2</source>
        <translation>Neu erstellen mit %1%2</translation>
    </message>
    <message>
        <source>Testing %1</source>
        <translation>Testen von %1</translation>
    </message>
</context>
</TS>
