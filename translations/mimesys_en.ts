<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>Model</name>
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
            <numerusform>%n stressor</numerusform>
            <numerusform>%n stressors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n metric(s)</source>
        <translation>
            <numerusform>%n metric</numerusform>
            <numerusform>%n metrics</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::CompositionPanel</name>
    <message numerus="yes">
        <source>Stressor composition (mean over %n CPU(s); idle in grey, 0–100 %)</source>
        <translation>
            <numerusform>Stressor composition (mean over %n CPU; idle in grey, 0–100 %)</numerusform>
            <numerusform>Stressor composition (mean over %n CPUs; idle in grey, 0–100 %)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::GenerateDialog</name>
    <message numerus="yes">
        <source>%n evaluation(s) of the network per window</source>
        <translation>
            <numerusform>%n evaluation of the network per window</numerusform>
            <numerusform>%n evaluations of the network per window</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The trace has %n CPU(s), so it has to be fitted to the model.</source>
        <translation>
            <numerusform>The trace has %n CPU, so it has to be fitted to the model.</numerusform>
            <numerusform>The trace has %n CPUs, so it has to be fitted to the model.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::JobStatus</name>
    <message numerus="yes">
        <source> (and %n more)</source>
        <translation>
            <numerusform> (and %n more)</numerusform>
            <numerusform> (and %n more)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::Legend</name>
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
            <numerusform>%n metric</numerusform>
            <numerusform>%n metrics</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s)</source>
        <translation>
            <numerusform>%n sample</numerusform>
            <numerusform>%n samples</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::RefinementChart</name>
    <message numerus="yes">
        <source>Mean distance of %n round(s), best %1 in round %2, floor %3</source>
        <translation>
            <numerusform>Mean distance of %n round, best %1 in round %2, floor %3</numerusform>
            <numerusform>Mean distance of %n rounds, best %1 in round %2, floor %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::ScheduleView</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::ScoreModel</name>
    <message numerus="yes">
        <source>%1, warped within a band of %n window(s)</source>
        <translation>
            <numerusform>%1, warped within a band of %n window</numerusform>
            <numerusform>%1, warped within a band of %n windows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::ScorePanel</name>
    <message numerus="yes">
        <source>%1 %n window(s) in %2 s. CPU time against the plan: %3 points off on average, %4 at most; 99 % of the windows began within %5 ms.</source>
        <translation>
            <numerusform>%1 %n window in %2 s. CPU time against the plan: %3 points off on average, %4 at most; 99 % of the windows began within %5 ms.</numerusform>
            <numerusform>%1 %n windows in %2 s. CPU time against the plan: %3 points off on average, %4 at most; 99 % of the windows began within %5 ms.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::StressorPanel</name>
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
            <numerusform>%n stressor</numerusform>
            <numerusform>%n stressors</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::TestRunChart</name>
    <message numerus="yes">
        <source>%1: mean %2 of %n run(s)</source>
        <translation>
            <numerusform>%1: mean %2 of %n run</numerusform>
            <numerusform>%1: mean %2 of %n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::TestRunPanel</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::TimelineView</name>
    <message numerus="yes">
        <source>%n metric(s)</source>
        <translation>
            <numerusform>%n metric</numerusform>
            <numerusform>%n metrics</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n core(s)</source>
        <translation>
            <numerusform>%n core</numerusform>
            <numerusform>%n cores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n metric(s)</source>
        <translation>
            <numerusform>%1: %n metric</numerusform>
            <numerusform>%1: %n metrics</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>CPU utilisation of %n core(s)</source>
        <translation>
            <numerusform>CPU utilisation of %n core</numerusform>
            <numerusform>CPU utilisation of %n cores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::VersionComparison</name>
    <message numerus="yes">
        <source>; %n window(s) differ</source>
        <translation>
            <numerusform>; %n window differs</numerusform>
            <numerusform>; %n windows differ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::Workflow</name>
    <message numerus="yes">
        <source>Opening %n file(s)</source>
        <translation>
            <numerusform>Opening %n file</numerusform>
            <numerusform>Opening %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Training data collected: %n sample(s); %1.</source>
        <translation>
            <numerusform>Training data collected: %n sample; %1.</numerusform>
            <numerusform>Training data collected: %n samples; %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The trace has %n CPU(s) and the model %1; fitting averages or repeats them.</source>
        <translation>
            <numerusform>The trace has %n CPU and the model %1; fitting averages or repeats them.</numerusform>
            <numerusform>The trace has %n CPUs and the model %1; fitting averages or repeats them.</numerusform>
        </translation>
    </message>
</context>
</TS>
