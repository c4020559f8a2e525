<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Collection</name>
    <message>
        <source>it has the samples that were wanted</source>
        <translation>已获得所需的样本</translation>
    </message>
    <message>
        <source>the time it was given is over</source>
        <translation>给定的时间已用完</translation>
    </message>
    <message>
        <source>the last rounds brought next to nothing new</source>
        <translation>最近几轮几乎没有带来新内容</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>About Mimesys Studio</source>
        <translation>关于 Mimesys Studio</translation>
    </message>
    <message>
        <source>Mimesys Studio %1</source>
        <translation>Mimesys Studio %1</translation>
    </message>
    <message>
        <source>Turns a resource-usage trace into an executable workload that makes a machine look as if the traced applications were running on it.

This program is free software under the GNU General Public License, version 3 or later; it comes without any warranty.</source>
        <translation>把资源使用轨迹变成可执行的工作负载，使机器看起来像在运行被记录的应用。

本程序是自由软件，采用 GNU 通用公共许可证第 3 版或更高版本；不提供任何担保。</translation>
    </message>
    <message>
        <source>Work is in progress</source>
        <translation>任务正在进行</translation>
    </message>
    <message>
        <source>Stop what is running and close the window?</source>
        <translation>停止正在运行的任务并关闭窗口？</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>停止并关闭</translation>
    </message>
    <message>
        <source>A stopped collection keeps its finished rounds, a stopped calibration its stressors, a stopped training what was learnt; a recording is written to the file that was named for it. A run, and a recording without a file, are lost.</source>
        <translation>停止的采集会保留已完成的轮次，停止的校准会保留已测的压力源，停止的训练会保留已学到的内容；记录会写入为其指定的文件。运行以及没有文件的记录则会丢失。</translation>
    </message>
    <message>
        <source>Traces, plans, sessions, calibrations and models (*.h5 *.hdf5 *.csv *.txt *.log *.gz *.mimesys *.json *.safetensors)</source>
        <translation>轨迹、计划、会话、校准和模型 (*.h5 *.hdf5 *.csv *.txt *.log *.gz *.mimesys *.json *.safetensors)</translation>
    </message>
    <message>
        <source>Export a picture</source>
        <translation>导出图片</translation>
    </message>
    <message>
        <source>Picture as on screen (*.png)</source>
        <translation>与屏幕相同的图片 (*.png)</translation>
    </message>
    <message>
        <source>Picture, twice as fine, for print (*.png)</source>
        <translation>两倍精细的图片，用于打印 (*.png)</translation>
    </message>
    <message>
        <source>Picture, four times as fine, for posters (*.png)</source>
        <translation>四倍精细的图片，用于海报 (*.png)</translation>
    </message>
    <message>
        <source>Lines for a drawing program or the web (*.svg)</source>
        <translation>矢量图，用于绘图程序或网页 (*.svg)</translation>
    </message>
    <message>
        <source>Document (*.pdf)</source>
        <translation>文档 (*.pdf)</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>未保存的更改</translation>
    </message>
    <message>
        <source>Save the changes to the session %1?</source>
        <translation>要保存对会话 %1 的更改吗？</translation>
    </message>
    <message>
        <source>Plans and recordings that were made here and not exported exist in the session only.</source>
        <translation>在此制作且未导出的计划和记录只存在于会话中。</translation>
    </message>
</context>
<context>
    <name>EditJob</name>
    <message>
        <source>%1 (edited)</source>
        <translation>%1（已编辑）</translation>
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
        <translation>裁剪%1</translation>
    </message>
    <message>
        <source>Cut off%1</source>
        <translation>剪除%1</translation>
    </message>
    <message>
        <source>Keep what is before %1</source>
        <translation>保留 %1 之前的部分</translation>
    </message>
    <message>
        <source>Keep what is after %1</source>
        <translation>保留 %1 之后的部分</translation>
    </message>
    <message>
        <source>Scale %1 by %2%3</source>
        <translation>缩放：%1 × %2%3</translation>
    </message>
    <message>
        <source>Shift %1 by %2%3</source>
        <translation>平移：%1，%2%3</translation>
    </message>
    <message>
        <source>Repeat %1 times%2</source>
        <translation>重复 %1 次%2</translation>
    </message>
    <message>
        <source>Smooth %1 over %2%3</source>
        <translation>平滑：%1，%2%3</translation>
    </message>
    <message>
        <source>Mask %1%2</source>
        <translation>屏蔽：%1%2</translation>
    </message>
    <message>
        <source>Scale %1 by %2</source>
        <translation>缩放：%1 × %2</translation>
    </message>
    <message>
        <source>Replace %1 by %2</source>
        <translation>替换：%1 → %2</translation>
    </message>
    <message>
        <source>Set %1 to %2</source>
        <translation>设置：%1 = %2</translation>
    </message>
    <message>
        <source>Lock %1</source>
        <translation>锁定：%1</translation>
    </message>
    <message>
        <source>Unlock %1</source>
        <translation>解锁：%1</translation>
    </message>
    <message>
        <source>, %1–%2</source>
        <translation>，%1–%2</translation>
    </message>
    <message>
        <source>end</source>
        <translation>结尾</translation>
    </message>
    <message>
        <source>all metrics</source>
        <translation>所有指标</translation>
    </message>
    <message>
        <source>all stressors</source>
        <translation>所有压力源</translation>
    </message>
    <message>
        <source>in window %1</source>
        <translation>窗口 %1</translation>
    </message>
    <message>
        <source>in windows %1–%2</source>
        <translation>窗口 %1–%2</translation>
    </message>
    <message>
        <source>on CPU %1</source>
        <translation>CPU %1</translation>
    </message>
    <message>
        <source>on CPUs %1–%2</source>
        <translation>CPU %1–%2</translation>
    </message>
</context>
<context>
    <name>Jobs</name>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>已被取代</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>earlier</source>
        <translation>移到更早</translation>
    </message>
    <message>
        <source>later</source>
        <translation>移到更晚</translation>
    </message>
    <message>
        <source>less time, at the pointer</source>
        <translation>缩短时间范围，以指针为中心</translation>
    </message>
    <message>
        <source>more time, at the pointer</source>
        <translation>延长时间范围，以指针为中心</translation>
    </message>
    <message>
        <source>show everything</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>previous view</source>
        <translation>上一视图</translation>
    </message>
    <message>
        <source>begin of the trace</source>
        <translation>轨迹的开头</translation>
    </message>
    <message>
        <source>end of the trace</source>
        <translation>轨迹的结尾</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>滚轮</translation>
    </message>
    <message>
        <source>zoom at the pointer</source>
        <translation>在指针处缩放</translation>
    </message>
    <message>
        <source>Drag, Shift + wheel</source>
        <translation>拖动、Shift + 滚轮</translation>
    </message>
    <message>
        <source>move in time</source>
        <translation>沿时间移动</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>双击</translation>
    </message>
    <message>
        <source>Wheel over the names, ↑ / ↓, Page Up / Down</source>
        <translation>在名称上滚动、↑ / ↓、Page Up / Down</translation>
    </message>
    <message>
        <source>scroll the lanes</source>
        <translation>滚动通道</translation>
    </message>
    <message>
        <source>Click a heading or “cores”</source>
        <translation>单击标题或“核心”</translation>
    </message>
    <message>
        <source>fold or unfold its lanes</source>
        <translation>折叠或展开其通道</translation>
    </message>
    <message>
        <source>Click a row of the composition, ↑ / ↓</source>
        <translation>单击组合中的一行、↑ / ↓</translation>
    </message>
    <message>
        <source>show that stressor on each CPU</source>
        <translation>显示该压力源在各 CPU 上的情况</translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation>按键和鼠标</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>作用</translation>
    </message>
    <message>
        <source>Keys or mouse</source>
        <translation>按键或鼠标</translation>
    </message>
    <message>
        <source>In timelines and maps</source>
        <translation>在时间线和热图中</translation>
    </message>
    <message>
        <source>With the mouse, and in single views</source>
        <translation>使用鼠标，以及在个别视图中</translation>
    </message>
    <message>
        <source>previous sample</source>
        <translation>上一个样本</translation>
    </message>
    <message>
        <source>next sample</source>
        <translation>下一个样本</translation>
    </message>
    <message>
        <source>put measuring cursor A here, or take it away</source>
        <translation>在此放置或移除测量光标 A</translation>
    </message>
    <message>
        <source>put measuring cursor B here, or take it away</source>
        <translation>在此放置或移除测量光标 B</translation>
    </message>
    <message>
        <source>select from here on</source>
        <translation>从此处开始选择</translation>
    </message>
    <message>
        <source>select up to here</source>
        <translation>选择到此处</translation>
    </message>
    <message>
        <source>zoom to the selection</source>
        <translation>缩放到选区</translation>
    </message>
    <message>
        <source>drop the selection, then the measuring cursors</source>
        <translation>取消选区，然后取消测量光标</translation>
    </message>
    <message>
        <source>Ctrl + drag</source>
        <translation>Ctrl + 拖动</translation>
    </message>
    <message>
        <source>zoom to what is framed</source>
        <translation>缩放到框选范围</translation>
    </message>
    <message>
        <source>Shift + drag, Shift + click</source>
        <translation>Shift + 拖动、Shift + 单击</translation>
    </message>
    <message>
        <source>select a range of time</source>
        <translation>选择时间范围</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>单击</translation>
    </message>
    <message>
        <source>set the time that keys act on</source>
        <translation>设置按键作用的时间点</translation>
    </message>
    <message>
        <source>Drag a measuring cursor or an end of the selection</source>
        <translation>拖动测量光标或选区的一端</translation>
    </message>
    <message>
        <source>move it</source>
        <translation>移动它</translation>
    </message>
    <message>
        <source>Delete, F5 in the list of jobs</source>
        <translation>任务列表中的 Delete、F5</translation>
    </message>
    <message>
        <source>cancel a job, do it again</source>
        <translation>取消任务、重新执行</translation>
    </message>
</context>
<context>
    <name>LanguageMenu</name>
    <message>
        <source>&amp;System</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>Speak the language of the system</source>
        <translation>使用系统的语言</translation>
    </message>
    <message>
        <source>Speak %1 from the next start on</source>
        <translation>下次启动起使用%1</translation>
    </message>
</context>
<context>
    <name>Machines</name>
    <message>
        <source>This machine</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Simulated %1</source>
        <translation>模拟的 %1</translation>
    </message>
</context>
<context>
    <name>Method</name>
    <message>
        <source>Diffusion</source>
        <translation>扩散</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Interpolation</source>
        <translation>插值</translation>
    </message>
    <message>
        <source>Single stressor</source>
        <translation>单一压力源</translation>
    </message>
    <message>
        <source>%1 plan</source>
        <translation>%1计划</translation>
    </message>
</context>
<context>
    <name>Metric</name>
    <message>
        <source>CPU, socket %1</source>
        <translation>CPU，插槽 %1</translation>
    </message>
    <message>
        <source>CPU utilisation</source>
        <translation>CPU 利用率</translation>
    </message>
    <message>
        <source>Instr. per cycle</source>
        <translation>每周期指令数</translation>
    </message>
    <message>
        <source>Memory read</source>
        <translation>内存读取</translation>
    </message>
    <message>
        <source>Memory write</source>
        <translation>内存写入</translation>
    </message>
    <message>
        <source>Memory traffic</source>
        <translation>内存流量</translation>
    </message>
    <message>
        <source>Local memory traffic</source>
        <translation>本地内存流量</translation>
    </message>
    <message>
        <source>Memory used</source>
        <translation>内存用量</translation>
    </message>
    <message>
        <source>Cache references</source>
        <translation>缓存引用</translation>
    </message>
    <message>
        <source>Cache misses</source>
        <translation>缓存未命中</translation>
    </message>
    <message>
        <source>Cache occupancy</source>
        <translation>缓存占用</translation>
    </message>
    <message>
        <source>Disk read</source>
        <translation>磁盘读取</translation>
    </message>
    <message>
        <source>Disk write</source>
        <translation>磁盘写入</translation>
    </message>
    <message>
        <source>Network in</source>
        <translation>网络接收</translation>
    </message>
    <message>
        <source>Network out</source>
        <translation>网络发送</translation>
    </message>
    <message>
        <source>CPU pressure</source>
        <translation>CPU 压力</translation>
    </message>
    <message>
        <source>Memory pressure</source>
        <translation>内存压力</translation>
    </message>
    <message>
        <source>I/O pressure</source>
        <translation>I/O 压力</translation>
    </message>
    <message>
        <source>Context switches</source>
        <translation>上下文切换</translation>
    </message>
    <message>
        <source>Page faults</source>
        <translation>缺页</translation>
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
        <translation>内存</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
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
        <translation>Set Transformer</translation>
    </message>
    <message>
        <source>%1 for %2, %3 and %4, from %5.</source>
        <translation>%1，适用于 %2、%3 和 %4，来自 %5。</translation>
    </message>
    <message numerus="yes">
        <source>%n CPU(s)</source>
        <translation>
            <numerusform>%n 个 CPU</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stressor(s)</source>
        <translation>
            <numerusform>%n 个压力源</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n metric(s)</source>
        <translation>
            <numerusform>%n 个指标</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 simulated samples</source>
        <translation>%1 个模拟样本</translation>
    </message>
    <message>
        <source>%1 measured samples</source>
        <translation>%1 个实测样本</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>There is not enough memory for this; close something or use a smaller input.</source>
        <translation>内存不足以完成此操作；请关闭一些内容或使用更小的输入。</translation>
    </message>
    <message>
        <source>Unexpected failure: %1.</source>
        <translation>意外故障：%1。</translation>
    </message>
</context>
<context>
    <name>Record</name>
    <message>
        <source>recorded %1 s</source>
        <translation>已记录 %1 s</translation>
    </message>
    <message>
        <source>recorded %1</source>
        <translation>记录于 %1</translation>
    </message>
    <message>
        <source>The duration is shorter than half a period; record for longer, or shorten the period.</source>
        <translation>时长短于半个周期；请延长记录时间，或缩短周期。</translation>
    </message>
    <message>
        <source>This format has no place for any metric that can be recorded here; choose a name that ends in .h5.</source>
        <translation>此格式无法存放此处可记录的任何指标；请选择以 .h5 结尾的名称。</translation>
    </message>
</context>
<context>
    <name>Refine</name>
    <message>
        <source>%1, round %2</source>
        <translation>%1，第 %2 轮</translation>
    </message>
    <message>
        <source>round %1 on this machine</source>
        <translation>本机第 %1 轮</translation>
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
        <translation>真实轨迹</translation>
    </message>
    <message>
        <source>the emulation</source>
        <translation>仿真</translation>
    </message>
    <message>
        <source>what the plan was made from</source>
        <translation>计划的生成依据</translation>
    </message>
    <message>
        <source>SIMULATED: %1. Nothing of that was measured on a machine.</source>
        <translation>模拟：%1。这些内容都不是在机器上测得的。</translation>
    </message>
    <message>
        <source>Shown are %1 to %2 of %3.</source>
        <translation>显示的是 %3 中的 %1 至 %2。</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>mean DTW distance over the families; 0 is identical, 0.1 about 10 %</source>
        <translation>各指标族的平均 DTW 距离；0 表示完全相同，0.1 约为 10 %</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>指标族</translation>
    </message>
    <message>
        <source>DTW</source>
        <translation>DTW</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Real from</source>
        <translation>真实来源</translation>
    </message>
    <message>
        <source>Emulated from</source>
        <translation>仿真来源</translation>
    </message>
    <message>
        <source>RMSE</source>
        <translation>RMSE</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Emulation</source>
        <translation>仿真</translation>
    </message>
    <message>
        <source>Mean DTW</source>
        <translation>平均 DTW</translation>
    </message>
    <message>
        <source>%1 (simulated)</source>
        <translation>%1（模拟）</translation>
    </message>
    <message>
        <source>%1, shown above</source>
        <translation>%1，如上所示</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>所属</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>CPUs</source>
        <translation>CPU 数</translation>
    </message>
    <message>
        <source>Sockets</source>
        <translation>插槽数</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>内核</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>指纹</translation>
    </message>
    <message>
        <source>Real trace</source>
        <translation>真实轨迹</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>机器</translation>
    </message>
    <message>
        <source>The files name no machine.</source>
        <translation>文件中没有注明机器。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>none; it exists in the studio or its session only</source>
        <translation>无；仅存在于工作室或其会话中</translation>
    </message>
    <message>
        <source>Content (XXH3)</source>
        <translation>内容 (XXH3)</translation>
    </message>
    <message>
        <source>the file is no longer there</source>
        <translation>文件已不存在</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>SIMULATED</source>
        <translation>模拟</translation>
    </message>
    <message>
        <source>recorded</source>
        <translation>实录</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Made from</source>
        <translation>生成依据</translation>
    </message>
    <message>
        <source>SIMULATED measurements</source>
        <translation>模拟的测量</translation>
    </message>
    <message>
        <source>measurements</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Generator</source>
        <translation>生成器</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Provenance</source>
        <translation>来源信息</translation>
    </message>
    <message>
        <source>Written by Mimesys Studio %1.</source>
        <translation>由 Mimesys Studio %1 写出。</translation>
    </message>
</context>
<context>
    <name>ResourceClass</name>
    <message>
        <source>compute</source>
        <translation>计算</translation>
    </message>
    <message>
        <source>cache</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>kernel</source>
        <translation>内核</translation>
    </message>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>空闲</translation>
    </message>
</context>
<context>
    <name>Response</name>
    <message>
        <source>not measured</source>
        <translation>未测量</translation>
    </message>
    <message>
        <source>no change beyond chance</source>
        <translation>无超出随机波动的变化</translation>
    </message>
    <message>
        <source>no change at full dose, but in between</source>
        <translation>满剂量时无变化，但中间剂量时有</translation>
    </message>
    <message>
        <source>%1 at full dose</source>
        <translation>满剂量时 %1</translation>
    </message>
    <message>
        <source>%1, not monotone</source>
        <translation>%1，非单调</translation>
    </message>
    <message>
        <source>%1, monotone</source>
        <translation>%1，单调</translation>
    </message>
    <message>
        <source>%1, 90 % of it from dose %2 % on</source>
        <translation>%1，剂量 %2 % 起已达其 90 %</translation>
    </message>
</context>
<context>
    <name>Run</name>
    <message>
        <source>run on this machine</source>
        <translation>本机运行</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>%1 is missing; it was %2. Put it back, or open it from where it is now.</source>
        <translation>%1 缺失；它原位于 %2。请把它放回原处，或从现在的位置打开。</translation>
    </message>
    <message>
        <source>%1 has changed since the session was saved; it is shown as it is now.</source>
        <translation>%1 自会话保存后已更改；现按当前内容显示。</translation>
    </message>
</context>
<context>
    <name>StressorClass</name>
    <message>
        <source>Compute</source>
        <translation>计算</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>内核</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>空闲</translation>
    </message>
</context>
<context>
    <name>TestRun</name>
    <message>
        <source>alone</source>
        <translation>单独</translation>
    </message>
    <message>
        <source>beside the workload</source>
        <translation>与工作负载并行</translation>
    </message>
    <message>
        <source>beside the real mix</source>
        <translation>与真实混合负载并行</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
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
        <translation>不可用</translation>
    </message>
    <message>
        <source>no effect</source>
        <translation>无影响</translation>
    </message>
    <message>
        <source>monotone</source>
        <translation>单调</translation>
    </message>
    <message>
        <source>not monotone</source>
        <translation>非单调</translation>
    </message>
</context>
<context>
    <name>WhyNot</name>
    <message>
        <source>something else is running; stop it or wait for its end.</source>
        <translation>有其他任务正在运行；请停止它或等待其结束。</translation>
    </message>
    <message>
        <source>open a trace first.</source>
        <translation>请先打开一条轨迹。</translation>
    </message>
    <message>
        <source>open a plan or generate one first.</source>
        <translation>请先打开或生成一个计划。</translation>
    </message>
    <message>
        <source>run the plan or open the recording of an emulation first.</source>
        <translation>请先运行计划或打开仿真的记录。</translation>
    </message>
    <message>
        <source>the whole trace is shown already.</source>
        <translation>已显示整条轨迹。</translation>
    </message>
    <message>
        <source>nothing is running.</source>
        <translation>没有正在运行的任务。</translation>
    </message>
    <message>
        <source>there is no score yet.</source>
        <translation>还没有评分。</translation>
    </message>
    <message>
        <source>there is no earlier view.</source>
        <translation>没有更早的视图。</translation>
    </message>
    <message>
        <source>nothing is open that could be saved.</source>
        <translation>没有打开可以保存的内容。</translation>
    </message>
    <message>
        <source>there is no test run yet.</source>
        <translation>还没有测试运行。</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Shows resource-usage traces, the plans that imitate them and how close they come.</source>
        <translation>显示资源使用轨迹、模仿它们的计划以及其接近程度。</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Recording of an emulation of the trace.</source>
        <translation>该轨迹的仿真记录。</translation>
    </message>
    <message>
        <source>Execution plan.</source>
        <translation>执行计划。</translation>
    </message>
    <message>
        <source>Training data to generate from, instead of what is installed for this machine.</source>
        <translation>用于生成的训练数据，取代为本机安装的数据。</translation>
    </message>
    <message>
        <source>Model to generate with, instead of the one installed for this machine: a file, or simulated-c220g2.</source>
        <translation>用于生成的模型，取代为本机安装的模型：一个文件，或 simulated-c220g2。</translation>
    </message>
    <message>
        <source>Folder for the disk stressors&apos; scratch files.</source>
        <translation>存放磁盘压力源临时文件的文件夹。</translation>
    </message>
    <message>
        <source>FOLDER</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Print the line “ready” when the window is painted and the files are open.</source>
        <translation>窗口绘制完毕且文件打开后，打印一行“ready”。</translation>
    </message>
    <message>
        <source>Language of this start: %1. View &gt; Language keeps one.</source>
        <translation>本次启动的语言：%1。用“视图 &gt; 语言”可长期保留。</translation>
    </message>
    <message>
        <source>LANGUAGE</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>There is no language “%1”: choose one of %2.
</source>
        <translation>没有语言“%1”：请选择 %2 之一。
</translation>
    </message>
    <message>
        <source>Write what a window would show to the file of --output and end; needs no display.</source>
        <translation>把窗口会显示的内容写入 --output 指定的文件并结束；不需要显示器。</translation>
    </message>
    <message>
        <source>With --render: a .png, .svg or .pdf picture, an .html report, or the visible values as .csv.</source>
        <translation>用于 --render：.png、.svg 或 .pdf 图片，.html 报告，或 .csv 格式的可见数值。</translation>
    </message>
    <message>
        <source>With --render: size of a picture, in pixels.</source>
        <translation>用于 --render：图片的大小，以像素为单位。</translation>
    </message>
    <message>
        <source>With --render: how many times as fine a .png is.</source>
        <translation>用于 --render：.png 的精细倍数。</translation>
    </message>
    <message>
        <source>With --render: light or dark.</source>
        <translation>用于 --render：light 或 dark。</translation>
    </message>
    <message>
        <source>With --render: print JSON.</source>
        <translation>用于 --render：打印 JSON。</translation>
    </message>
    <message>
        <source>Name a .png, .svg, .pdf, .csv or .html file to write to with --output.</source>
        <translation>请用 --output 指定要写入的 .png、.svg、.pdf、.csv 或 .html 文件。</translation>
    </message>
    <message>
        <source>The size is not WIDTHxHEIGHT with %1 to %2 pixels each.</source>
        <translation>尺寸不是“宽x高”的形式，各为 %1 到 %2 像素。</translation>
    </message>
    <message>
        <source>The scale is not a number from 0.5 to %1.</source>
        <translation>缩放比例不是 0.5 到 %1 之间的数。</translation>
    </message>
    <message>
        <source>The theme is neither light nor dark.</source>
        <translation>主题既不是 light 也不是 dark。</translation>
    </message>
    <message>
        <source>Traces, plans and sessions. The first trace is the real one, a second one its emulation.</source>
        <translation>轨迹、计划和会话。第一条轨迹是真实的，第二条是它的仿真。</translation>
    </message>
    <message>
        <source>Name a session, or traces and plans, to render.</source>
        <translation>请指定要绘制的会话，或轨迹和计划。</translation>
    </message>
    <message>
        <source>There is nothing to render in these files.</source>
        <translation>这些文件中没有可渲染的内容。</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::Actions</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1(%2)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open &amp;emulation…</source>
        <translation>打开仿真(&amp;E)…</translation>
    </message>
    <message>
        <source>Open the recording of an emulation and compare it with the real trace</source>
        <translation>打开仿真的记录并与真实轨迹比较</translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation>导出(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Workload (standalone executable)…</source>
        <translation>工作负载（独立可执行文件）(&amp;W)…</translation>
    </message>
    <message>
        <source>Write one file that runs the plan on any machine</source>
        <translation>写出一个能在任何机器上运行该计划的文件</translation>
    </message>
    <message>
        <source>&amp;Plan (HDF5)…</source>
        <translation>计划 (HDF5)(&amp;P)…</translation>
    </message>
    <message>
        <source>Write the plan to a file</source>
        <translation>把计划写入文件</translation>
    </message>
    <message>
        <source>&amp;Recorded emulation…</source>
        <translation>记录的仿真(&amp;R)…</translation>
    </message>
    <message>
        <source>Write the recording of the run</source>
        <translation>写出运行的记录</translation>
    </message>
    <message>
        <source>&amp;Score (CSV)…</source>
        <translation>评分 (CSV)(&amp;S)…</translation>
    </message>
    <message>
        <source>Write the table of distances</source>
        <translation>写出距离表</translation>
    </message>
    <message>
        <source>Write what the timelines and maps show</source>
        <translation>写出时间线和热图显示的内容</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Close the window and end</source>
        <translation>关闭窗口并退出</translation>
    </message>
    <message>
        <source>&amp;Workload</source>
        <translation>工作负载(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>生成(&amp;G)</translation>
    </message>
    <message>
        <source>Make a plan that imitates the real trace on this machine</source>
        <translation>制作在本机上模仿真实轨迹的计划</translation>
    </message>
    <message>
        <source>Generate &amp;with options…</source>
        <translation>按选项生成(&amp;W)…</translation>
    </message>
    <message>
        <source>Choose the method, the model or data set and how plans are drawn</source>
        <translation>选择方法、模型或数据集以及如何抽取计划</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>&amp;Run here</source>
        <translation>在此运行(&amp;R)</translation>
    </message>
    <message>
        <source>Run the plan on this machine, record it and score it</source>
        <translation>在本机上运行计划，记录并评分</translation>
    </message>
    <message>
        <source>Re&amp;fine here</source>
        <translation>在此改进(&amp;F)</translation>
    </message>
    <message>
        <source>Execute the plan, correct it where the trace is missed, repeat, and keep the best</source>
        <translation>执行计划，在偏离轨迹之处修正，反复进行并保留最好的</translation>
    </message>
    <message>
        <source>Refine</source>
        <translation>改进</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>Stop what is running; what was recorded so far is kept</source>
        <translation>停止正在运行的任务；已记录的内容会保留</translation>
    </message>
    <message>
        <source>&amp;Collect training data…</source>
        <translation>采集训练数据(&amp;C)…</translation>
    </message>
    <message>
        <source>Run combinations of stressors to learn what they do to a machine</source>
        <translation>运行压力源的组合，了解它们对机器的影响</translation>
    </message>
    <message>
        <source>C&amp;alibrate stressors</source>
        <translation>校准压力源(&amp;A)</translation>
    </message>
    <message>
        <source>Measure what each stressor does to this machine, dose by dose; a stopped one is continued</source>
        <translation>逐剂量测量每个压力源对本机的影响；停止的会继续</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Show less time</source>
        <translation>显示更短的时间</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>Show more time</source>
        <translation>显示更长的时间</translation>
    </message>
    <message>
        <source>Show &amp;all</source>
        <translation>显示全部(&amp;A)</translation>
    </message>
    <message>
        <source>Show the whole trace</source>
        <translation>显示整条轨迹</translation>
    </message>
    <message>
        <source>&amp;Previous view</source>
        <translation>上一视图(&amp;P)</translation>
    </message>
    <message>
        <source>Go back to what was shown before</source>
        <translation>回到之前显示的内容</translation>
    </message>
    <message>
        <source>&amp;Clock time on the axis</source>
        <translation>坐标轴显示时刻(&amp;C)</translation>
    </message>
    <message>
        <source>Label the axis with the local time instead of seconds since the start</source>
        <translation>坐标轴标注本地时间而不是开始后的秒数</translation>
    </message>
    <message>
        <source>&amp;Stressors of a machine</source>
        <translation>机器的压力源(&amp;S)</translation>
    </message>
    <message>
        <source>Show what each stressor does to this machine, metric by metric</source>
        <translation>逐指标显示每个压力源对本机的影响</translation>
    </message>
    <message>
        <source>Stressors</source>
        <translation>压力源</translation>
    </message>
    <message>
        <source>Collect training data, and see how it covers what the machine can do</source>
        <translation>采集训练数据，查看它们对机器能力的覆盖</translation>
    </message>
    <message>
        <source>Collect</source>
        <translation>采集</translation>
    </message>
    <message>
        <source>T&amp;raining of a model</source>
        <translation>模型的训练(&amp;R)</translation>
    </message>
    <message>
        <source>Train the model of the diffusion method, and see how trainings went</source>
        <translation>训练扩散方法的模型，查看训练过程</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>Use the colours of the desktop</source>
        <translation>使用桌面的颜色</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>Use dark text on light ground</source>
        <translation>浅色背景上使用深色文字</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>Use light text on dark ground</source>
        <translation>深色背景上使用浅色文字</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Find a command…</source>
        <translation>查找命令(&amp;F)…</translation>
    </message>
    <message>
        <source>Search for anything the studio can do, and do it</source>
        <translation>搜索并执行工作室能做的任何事</translation>
    </message>
    <message>
        <source>&amp;Keys and mouse</source>
        <translation>按键和鼠标(&amp;K)</translation>
    </message>
    <message>
        <source>Show all shortcuts, and what the mouse does in views</source>
        <translation>显示所有快捷键以及鼠标在视图中的作用</translation>
    </message>
    <message>
        <source>&amp;About Mimesys Studio</source>
        <translation>关于 Mimesys Studio(&amp;A)</translation>
    </message>
    <message>
        <source>Show the version and the licence</source>
        <translation>显示版本和许可证</translation>
    </message>
    <message>
        <source>Main tool bar</source>
        <translation>主工具栏</translation>
    </message>
    <message>
        <source>&amp;Method:</source>
        <translation>方法(&amp;M)：</translation>
    </message>
    <message>
        <source>Method of generation</source>
        <translation>生成方法</translation>
    </message>
    <message>
        <source>Diffusion: a trained model draws compositions. Search: the nearest sample of the training data. Interpolation: a mixture of the 100 nearest. Single stressor: one stressor and sleep.</source>
        <translation>扩散：由训练好的模型抽取组合。搜索：训练数据中最接近的样本。插值：最接近的 100 个样本的混合。单一压力源：一个压力源加睡眠。</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Coll&amp;ection of training data</source>
        <translation>训练数据的采集(&amp;E)</translation>
    </message>
    <message>
        <source>Rea&amp;l trace…</source>
        <translation>真实轨迹(&amp;L)…</translation>
    </message>
    <message>
        <source>Write the real trace to a file: a recording that has none, or in another format</source>
        <translation>把真实轨迹写入文件：尚无文件的记录，或换成其他格式</translation>
    </message>
    <message>
        <source>R&amp;ecord this machine…</source>
        <translation>记录本机(&amp;E)…</translation>
    </message>
    <message>
        <source>Record what this machine does, or a command&apos;s run, into a trace that is seen as it grows</source>
        <translation>把本机的活动或某个命令的运行记录为轨迹，并实时查看其增长</translation>
    </message>
    <message>
        <source>Open traces, plans and sessions</source>
        <translation>打开轨迹、计划和会话</translation>
    </message>
    <message>
        <source>&amp;Recent files</source>
        <translation>最近的文件(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Save session</source>
        <translation>保存会话(&amp;S)</translation>
    </message>
    <message>
        <source>Keep what is open and how it is looked at, to go on later</source>
        <translation>保留打开的内容及其查看方式，以便日后继续</translation>
    </message>
    <message>
        <source>Save session &amp;as…</source>
        <translation>会话另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Keep what is open and how it is looked at in another file</source>
        <translation>把打开的内容及其查看方式保留到另一个文件</translation>
    </message>
    <message>
        <source>Report of the &amp;test run (JSON)…</source>
        <translation>测试运行的报告 (JSON)(&amp;T)…</translation>
    </message>
    <message>
        <source>Write the runs and their recordings, to be opened again</source>
        <translation>写出各次运行及其记录，以便再次打开</translation>
    </message>
    <message>
        <source>P&amp;icture of the view (PNG, SVG, PDF)…</source>
        <translation>视图图片 (PNG、SVG、PDF)(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Visible values (CSV)…</source>
        <translation>可见数值 (CSV)(&amp;V)…</translation>
    </message>
    <message>
        <source>Write the values of both sides in the selection, else in what is visible</source>
        <translation>写出两侧在选区内的数值；没有选区时写出可见范围内的数值</translation>
    </message>
    <message>
        <source>Write plots, scores, machine and provenance as one page</source>
        <translation>把图表、评分、机器和来源信息写成一个页面</translation>
    </message>
    <message>
        <source>Compare &amp;versions of the plan</source>
        <translation>比较计划的版本(&amp;V)</translation>
    </message>
    <message>
        <source>Show two versions of the plan and what differs</source>
        <translation>显示计划的两个版本及其差异</translation>
    </message>
    <message>
        <source>Run a command alone and beside a workload, and see how much slower it gets</source>
        <translation>单独运行命令以及与工作负载并行运行，查看变慢多少</translation>
    </message>
    <message>
        <source>Restore &amp;default layout</source>
        <translation>恢复默认布局(&amp;D)</translation>
    </message>
    <message>
        <source>Put the panels back where they were at first</source>
        <translation>把面板放回最初的位置</translation>
    </message>
    <message>
        <source>R&amp;eport (HTML)…</source>
        <translation>报告 (HTML)(&amp;E)…</translation>
    </message>
    <message>
        <source>Test ru&amp;n</source>
        <translation>测试运行(&amp;N)</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::AlignCharts</name>
    <message>
        <source>± deviation</source>
        <translation>± 偏差</translation>
    </message>
    <message>
        <source>executed</source>
        <translation>已执行</translation>
    </message>
    <message>
        <source>held out</source>
        <translation>留出</translation>
    </message>
    <message>
        <source>best</source>
        <translation>最佳</translation>
    </message>
    <message>
        <source>divergence (left)</source>
        <translation>散度（左）</translation>
    </message>
    <message>
        <source>forward error (right)</source>
        <translation>前向误差（右）</translation>
    </message>
    <message>
        <source>Divergence from the first model and error of the forward model over iterations</source>
        <translation>相对初始模型的散度与前向模型的误差随迭代的变化</translation>
    </message>
    <message>
        <source>Reward of simulated executions over iterations (0 = as the trace)</source>
        <translation>模拟执行的奖励随迭代的变化（0 = 与轨迹相同）</translation>
    </message>
    <message>
        <source>Reward of executions over iterations (0 = as the trace)</source>
        <translation>执行的奖励随迭代的变化（0 = 与轨迹相同）</translation>
    </message>
    <message>
        <source>Alignment on a simulated machine</source>
        <translation>在模拟机器上的对齐</translation>
    </message>
    <message>
        <source>Alignment</source>
        <translation>对齐</translation>
    </message>
    <message>
        <source>%1, nothing held out measured yet</source>
        <translation>%1，尚无留出测量</translation>
    </message>
    <message>
        <source>%1, best held-out reward %2 at iteration %3</source>
        <translation>%1，最佳留出奖励 %2，位于迭代 %3</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::AlignForm</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Models (*.safetensors)</source>
        <translation>模型 (*.safetensors)</translation>
    </message>
    <message>
        <source>Traces</source>
        <translation>轨迹</translation>
    </message>
    <message>
        <source>Traces (*.h5 *.csv *.txt *.log)</source>
        <translation>轨迹 (*.h5 *.csv *.txt *.log)</translation>
    </message>
    <message>
        <source>Aligned model</source>
        <translation>对齐后的模型</translation>
    </message>
    <message>
        <source>Progress of the alignment</source>
        <translation>对齐的进度</translation>
    </message>
    <message>
        <source>Forget the alignment that was stopped</source>
        <translation>舍弃已停止的对齐</translation>
    </message>
    <message>
        <source>Keep the finished iterations, to be continued</source>
        <translation>保留已完成的迭代，以便继续</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>M&amp;odel:</source>
        <translation>模型(&amp;O)：</translation>
    </message>
    <message>
        <source>T&amp;races:</source>
        <translation>轨迹(&amp;R)：</translation>
    </message>
    <message>
        <source>A folder of traces, or one. What is generated for them is executed, and the model learns from what is measured; the last windows of each are only looked at</source>
        <translation>一个轨迹文件夹，或一条轨迹。为其生成的内容会被执行，模型从测量结果中学习；每条轨迹的最后几个窗口只用于观察</translation>
    </message>
    <message>
        <source>M&amp;achine:</source>
        <translation>机器(&amp;A)：</translation>
    </message>
    <message>
        <source>Where plans are executed: the machine that the model is of</source>
        <translation>执行计划的地方：模型所对应的机器</translation>
    </message>
    <message>
        <source>A&amp;ligned model:</source>
        <translation>对齐后的模型(&amp;L)：</translation>
    </message>
    <message>
        <source>&amp;Time limit:</source>
        <translation>时间限制(&amp;T)：</translation>
    </message>
    <message>
        <source>The learning rate falls towards the end; what did best on windows that are only looked at is kept</source>
        <translation>学习率在接近结束时下降；保留在仅供观察的窗口上表现最好的结果</translation>
    </message>
    <message>
        <source>Reading the model and the traces…</source>
        <translation>正在读取模型和轨迹…</translation>
    </message>
    <message>
        <source>This machine has no model yet: train one, or choose a file.</source>
        <translation>本机还没有模型：请训练一个，或选择文件。</translation>
    </message>
    <message>
        <source>There is no such model.</source>
        <translation>没有这个模型。</translation>
    </message>
    <message>
        <source>Open a trace, or choose a folder of them.</source>
        <translation>请打开一条轨迹，或选择轨迹文件夹。</translation>
    </message>
    <message>
        <source>There are no such traces.</source>
        <translation>没有这些轨迹。</translation>
    </message>
    <message>
        <source>The aligned model needs a file of its own.</source>
        <translation>对齐后的模型需要自己的文件。</translation>
    </message>
    <message>
        <source>The machine is busy with something else.</source>
        <translation>机器正忙于其他任务。</translation>
    </message>
    <message>
        <source>An alignment of this model was stopped and can go on.</source>
        <translation>此模型的一次对齐被停止，可以继续。</translation>
    </message>
    <message>
        <source>The aligned model is replaced when it is done.</source>
        <translation>完成后会替换对齐后的模型。</translation>
    </message>
    <message>
        <source>Continue aligning</source>
        <translation>继续对齐</translation>
    </message>
    <message>
        <source>Align</source>
        <translation>对齐</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::AlignPointModel</name>
    <message>
        <source>Iteration</source>
        <translation>迭代</translation>
    </message>
    <message>
        <source>Windows executed</source>
        <translation>已执行窗口</translation>
    </message>
    <message>
        <source>Time taken</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Reward</source>
        <translation>奖励</translation>
    </message>
    <message>
        <source>Held-out reward</source>
        <translation>留出奖励</translation>
    </message>
    <message>
        <source>Divergence</source>
        <translation>散度</translation>
    </message>
    <message>
        <source>Forward error</source>
        <translation>前向误差</translation>
    </message>
    <message>
        <source>The point with the largest held-out reward, whose weights the model keeps</source>
        <translation>留出奖励最大的点，模型保留其权重</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::Banner</name>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::ClassAreaView</name>
    <message>
        <source>CPU time by class of resource</source>
        <translation>按资源类别的 CPU 时间</translation>
    </message>
    <message>
        <source>, from simulated data</source>
        <translation>，来自模拟数据</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>window %1: %2</source>
        <translation>窗口 %1：%2</translation>
    </message>
    <message>
        <source>CPU time by class of resource (means over CPUs and over each pixel&apos;s time)</source>
        <translation>按资源类别的 CPU 时间（对所有 CPU 以及每个像素的时间取平均）</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::CollectionForm</name>
    <message>
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Data sets (*.h5 *.hdf5)</source>
        <translation>数据集 (*.h5 *.hdf5)</translation>
    </message>
    <message>
        <source>Stop when rounds bring nothing new</source>
        <translation>没有新内容时停止</translation>
    </message>
    <message>
        <source>Progress of the collection</source>
        <translation>采集的进度</translation>
    </message>
    <message>
        <source>Keep the finished rounds, to be continued</source>
        <translation>保留已完成的轮次，以便继续</translation>
    </message>
    <message>
        <source>&amp;Data set:</source>
        <translation>数据集(&amp;D)：</translation>
    </message>
    <message>
        <source>M&amp;achine:</source>
        <translation>机器(&amp;A)：</translation>
    </message>
    <message>
        <source>A simulated machine is computed, not measured: its samples say nothing about a real one</source>
        <translation>模拟的机器是计算出来的，不是测量的：其样本不能说明真实机器的情况</translation>
    </message>
    <message>
        <source>Strate&amp;gy:</source>
        <translation>策略(&amp;G)：</translation>
    </message>
    <message>
        <source>Novelty: a sweep, then compositions that should do what no sample did yet. Random: a sweep, then at random. Sweep: single stressors only</source>
        <translation>新颖性：先扫描，再选取预计产生新结果的组合。随机：先扫描，再随机选取。扫描：仅单个压力源</translation>
    </message>
    <message>
        <source>St&amp;ressors:</source>
        <translation>压力源(&amp;R)：</translation>
    </message>
    <message>
        <source>Essential: one of every kind. Research: about twenty, like the research system&apos;s</source>
        <translation>基本：每类一个。研究：约二十个，与研究系统相同</translation>
    </message>
    <message>
        <source>Wi&amp;ndow:</source>
        <translation>窗口(&amp;N)：</translation>
    </message>
    <message>
        <source>Time per sample</source>
        <translation>每个样本的时间</translation>
    </message>
    <message>
        <source>&amp;Time:</source>
        <translation>时间(&amp;T)：</translation>
    </message>
    <message>
        <source>Of execution that the data set holds in all; a continued one takes what is left of it</source>
        <translation>数据集总共包含的执行时间；继续采集时使用剩余部分</translation>
    </message>
    <message>
        <source>Sa&amp;mples:</source>
        <translation>样本(&amp;M)：</translation>
    </message>
    <message>
        <source>That the data set holds in all, whatever time that takes</source>
        <translation>数据集总共包含的样本数，不论需要多少时间</translation>
    </message>
    <message>
        <source>End before that when the last rounds brought next to nothing new</source>
        <translation>最近几轮几乎没有带来新内容时提前结束</translation>
    </message>
    <message>
        <source>Novelty</source>
        <translation>新颖性</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>Essential</source>
        <translation>基本</translation>
    </message>
    <message>
        <source>Essential and kernel</source>
        <translation>基本和内核</translation>
    </message>
    <message>
        <source>Research</source>
        <translation>研究</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>as the time allows</source>
        <translation>视时间而定</translation>
    </message>
    <message>
        <source>Continue collecting</source>
        <translation>继续采集</translation>
    </message>
    <message>
        <source>Collect</source>
        <translation>采集</translation>
    </message>
    <message>
        <source>The machine is busy with something else.</source>
        <translation>机器正忙于其他任务。</translation>
    </message>
    <message>
        <source>Name a file: simulated samples are not this machine&apos;s.</source>
        <translation>请指定文件：模拟样本不属于本机。</translation>
    </message>
    <message>
        <source>The data set is continued as it was begun, until it holds this much.</source>
        <translation>数据集按开始时的设置继续，直到达到此数量。</translation>
    </message>
    <message>
        <source>All CPUs will be loaded; nothing else should be running.</source>
        <translation>所有 CPU 都会承受负载；不应运行其他任务。</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::CollectionPanel</name>
    <message>
        <source>%L1 for %2</source>
        <translation>%L1 个因 %2</translation>
    </message>
    <message>
        <source>None was left out as unsteady.</source>
        <translation>没有样本因不稳定而被排除。</translation>
    </message>
    <message>
        <source>%L1 were left out as unsteady: %2.</source>
        <translation>%L1 个样本因不稳定而被排除：%2。</translation>
    </message>
    <message>
        <source>%L1 simulated samples</source>
        <translation>%L1 个模拟样本</translation>
    </message>
    <message>
        <source>%L1 samples</source>
        <translation>%L1 个样本</translation>
    </message>
    <message>
        <source>%1; their rounds are not known.</source>
        <translation>%1；所属轮次未知。</translation>
    </message>
    <message>
        <source>%1 of %2 rounds.</source>
        <translation>第 %1 轮，共 %2 轮。</translation>
    </message>
    <message>
        <source>They lie in %1 % of the cells they can be in, over %2 pairs of metrics.</source>
        <translation>它们落在可达单元格的 %1 % 中，涉及 %2 对指标。</translation>
    </message>
    <message>
        <source>Pairs of metrics and how much of each is covered</source>
        <translation>指标对及各自的覆盖程度</translation>
    </message>
    <message>
        <source>Shaded cells hold samples, the stronger the more; hatched ones lie between samples and hold none.</source>
        <translation>着色的单元格含有样本，颜色越深样本越多；带斜线的位于样本之间但不含样本。</translation>
    </message>
    <message>
        <source>The cells are what coverage counts. Axes of metrics that are mostly small are stretched there.</source>
        <translation>单元格是覆盖率的计数单位。数值大多较小的指标，其坐标轴在该处被拉伸。</translation>
    </message>
    <message>
        <source>The first samples appear when the first round is over.</source>
        <translation>第一轮结束后会出现第一批样本。</translation>
    </message>
    <message>
        <source>Training data says what compositions of stressors do to a machine. Collect some here, or drop a data set on this window to see which values of its metrics its samples cover.</source>
        <translation>训练数据说明压力源的组合对机器有何影响。可在此采集，或把数据集拖到此窗口，查看其样本覆盖了指标的哪些取值。</translation>
    </message>
    <message>
        <source>SIMULATED: nothing here was measured on a real machine.</source>
        <translation>模拟：这里的内容都不是在真实机器上测得的。</translation>
    </message>
    <message>
        <source>Settings of the collection</source>
        <translation>采集的设置</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Type what you want to do</source>
        <translation>输入您想做的事</translation>
    </message>
    <message>
        <source>Search for a command</source>
        <translation>搜索命令</translation>
    </message>
    <message>
        <source>Commands that fit</source>
        <translation>匹配的命令</translation>
    </message>
    <message>
        <source>%1 › %2</source>
        <comment>menu and command</comment>
        <translation>%1 › %2</translation>
    </message>
    <message>
        <source>%1, not possible now</source>
        <translation>%1，现在不可用</translation>
    </message>
    <message>
        <source>No command is called that. Try fewer letters, or a word of what it does.</source>
        <translation>没有这样的命令。请少输几个字，或输入描述其作用的词。</translation>
    </message>
    <message>
        <source>Not possible now. %1.</source>
        <translation>现在不可用。%1。</translation>
    </message>
    <message>
        <source>Not possible now: %1</source>
        <translation>现在不可用：%1</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::CompareBar</name>
    <message>
        <source>&amp;Overlay</source>
        <translation>叠加(&amp;O)</translation>
    </message>
    <message>
        <source>Draw the emulation over the real trace</source>
        <translation>把仿真绘制在真实轨迹之上</translation>
    </message>
    <message>
        <source>&amp;Difference</source>
        <translation>差值(&amp;D)</translation>
    </message>
    <message>
        <source>Draw emulated minus real, window by window</source>
        <translation>逐窗口绘制仿真减真实的差值</translation>
    </message>
    <message>
        <source>&amp;Side by side</source>
        <translation>并排(&amp;S)</translation>
    </message>
    <message>
        <source>Draw the real trace above and the emulation below in each lane</source>
        <translation>在每条通道中上方绘制真实轨迹，下方绘制仿真</translation>
    </message>
    <message>
        <source>&amp;Warping path</source>
        <translation>规整路径(&amp;W)</translation>
    </message>
    <message>
        <source>Connect the windows of the selected metric that were laid against each other to be scored</source>
        <translation>连接所选指标在评分时相互对应的窗口</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Click a lane to see how its windows were laid against each other.</source>
        <translation>单击一条通道，查看其窗口如何相互对应。</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::CompositionDetails</name>
    <message>
        <source>What is shown of the plan</source>
        <translation>显示计划的哪些内容</translation>
    </message>
    <message>
        <source>CPUs</source>
        <translation>各 CPU</translation>
    </message>
    <message>
        <source>The chosen stressor on each CPU over time</source>
        <translation>所选压力源在每个 CPU 上随时间的变化</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>One window: what each CPU runs, in the order of execution</source>
        <translation>单个窗口：每个 CPU 按执行顺序运行的内容</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>CPU time by class of resource over time</source>
        <translation>按资源类别的 CPU 时间随时间的变化</translation>
    </message>
    <message>
        <source>Wi&amp;ndow:</source>
        <translation>窗口(&amp;N)：</translation>
    </message>
    <message>
        <source>The window that is shown; in the picture, arrow keys step from window to window</source>
        <translation>显示的窗口；在图中用方向键逐窗口移动</translation>
    </message>
    <message>
        <source>&amp;Totals</source>
        <translation>合计(&amp;T)</translation>
    </message>
    <message>
        <source>One piece per stressor instead of the slices in the order of execution</source>
        <translation>每个压力源合为一块，而不是按执行顺序的时间片</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::CompositionPanel</name>
    <message numerus="yes">
        <source>Stressor composition (mean over %n CPU(s); idle in grey, 0–100 %)</source>
        <translation>
            <numerusform>压力源组合（%n 个 CPU 的平均；空闲为灰色，0–100 %）</numerusform>
        </translation>
    </message>
    <message>
        <source>, memory in use up to %1</source>
        <translation>，内存用量最高 %1</translation>
    </message>
    <message>
        <source>, from simulated data</source>
        <translation>，来自模拟数据</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>%1 on each CPU</source>
        <translation>各 CPU 上的 %1</translation>
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
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行次数</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>Slowdown</source>
        <translation>减慢</translation>
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
        <translation>覆盖率和样本数随轮次的变化</translation>
    </message>
    <message>
        <source>all pairs, % of cells (left)</source>
        <translation>所有指标对，单元格 %（左）</translation>
    </message>
    <message>
        <source>this pair</source>
        <translation>此指标对</translation>
    </message>
    <message>
        <source>samples (right)</source>
        <translation>样本（右）</translation>
    </message>
    <message>
        <source>Coverage over rounds, not known</source>
        <translation>覆盖率随轮次的变化，未知</translation>
    </message>
    <message>
        <source>Coverage over rounds, %1 % after the last of %2</source>
        <translation>覆盖率随轮次的变化，共 %2 轮，最后一轮后为 %1 %</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::CoveragePlot</name>
    <message>
        <source>earlier rounds</source>
        <translation>较早的轮次</translation>
    </message>
    <message>
        <source>last round</source>
        <translation>最后一轮</translation>
    </message>
    <message>
        <source>aims of the next round</source>
        <translation>下一轮的目标</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>No samples</source>
        <translation>没有样本</translation>
    </message>
    <message>
        <source>%1 across, %2 up: samples lie in %3 of the %4 cells they can be in</source>
        <translation>横轴 %1，纵轴 %2：可达的 %4 个单元格中有 %3 个含样本</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::DiagnosticsModel</name>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>What the reader noticed</source>
        <translation>读取器的发现</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::DiagnosticsPanel</name>
    <message>
        <source>What the readers noticed in the open files</source>
        <translation>读取器在打开的文件中的发现</translation>
    </message>
    <message>
        <source>Nothing odd was noticed in the open files.</source>
        <translation>在打开的文件中没有发现异常。</translation>
    </message>
    <message>
        <source>Open a trace: gaps, resets and other odd places of its file are listed here.</source>
        <translation>打开一条轨迹：其文件中的缺口、重置和其他异常之处会列在这里。</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::DoseChart</name>
    <message>
        <source>dose, %</source>
        <translation>剂量，%</translation>
    </message>
    <message>
        <source>%1, from %2</source>
        <translation>%1，来自 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 when idle</source>
        <translation>空闲时 %1</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::DoseCharts</name>
    <message>
        <source>Dose-response of every metric</source>
        <translation>每个指标的剂量响应</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::EditActions</name>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Trim to the selection</source>
        <translation>裁剪到选区(&amp;T)</translation>
    </message>
    <message>
        <source>Keep only the selected part of the real trace</source>
        <translation>只保留真实轨迹的选中部分</translation>
    </message>
    <message>
        <source>&amp;Cut the selection off</source>
        <translation>剪除选区(&amp;C)</translation>
    </message>
    <message>
        <source>Remove the selected part of the real trace; what follows moves up</source>
        <translation>移除真实轨迹的选中部分；其后的内容前移</translation>
    </message>
    <message>
        <source>Split: keep what is &amp;before</source>
        <translation>拆分：保留之前的部分(&amp;B)</translation>
    </message>
    <message>
        <source>Keep the real trace up to the time that was clicked last</source>
        <translation>保留真实轨迹直到上次单击的时间</translation>
    </message>
    <message>
        <source>Split: keep what is &amp;after</source>
        <translation>拆分：保留之后的部分(&amp;A)</translation>
    </message>
    <message>
        <source>Keep the real trace from the time that was clicked last on</source>
        <translation>保留真实轨迹自上次单击的时间起的部分</translation>
    </message>
    <message>
        <source>R&amp;epeat…</source>
        <translation>重复(&amp;E)…</translation>
    </message>
    <message>
        <source>Repeat the selected part of the real trace, or all of it</source>
        <translation>重复真实轨迹的选中部分或全部</translation>
    </message>
    <message>
        <source>&amp;Scale…</source>
        <translation>缩放(&amp;S)…</translation>
    </message>
    <message>
        <source>Multiply metrics of the real trace, in the selection or everywhere</source>
        <translation>在选区内或全程按倍数缩放真实轨迹的指标</translation>
    </message>
    <message>
        <source>S&amp;hift…</source>
        <translation>平移(&amp;H)…</translation>
    </message>
    <message>
        <source>Move metrics of the real trace in time</source>
        <translation>沿时间移动真实轨迹的指标</translation>
    </message>
    <message>
        <source>S&amp;mooth…</source>
        <translation>平滑(&amp;M)…</translation>
    </message>
    <message>
        <source>Take the mean of metrics over some seconds around every sample</source>
        <translation>对每个样本前后若干秒内的指标取平均</translation>
    </message>
    <message>
        <source>Mas&amp;k…</source>
        <translation>屏蔽(&amp;K)…</translation>
    </message>
    <message>
        <source>Hide metrics of the real trace, so that a plan may do there as it likes</source>
        <translation>隐藏真实轨迹的指标，使计划在该处不受约束</translation>
    </message>
    <message>
        <source>Make the selected part of the plan a&amp;new</source>
        <translation>重新生成计划的选中部分(&amp;N)</translation>
    </message>
    <message>
        <source>Compose the selected windows anew by the chosen method; the others, and what is locked, stay</source>
        <translation>用所选方法重新组合选中的窗口；其他窗口和锁定的内容保持不变</translation>
    </message>
    <message>
        <source>Edit the &amp;plan</source>
        <translation>编辑计划(&amp;P)</translation>
    </message>
    <message>
        <source>Lock, scale, replace and paint the stressors of the plan</source>
        <translation>锁定、缩放、替换和绘制计划的压力源</translation>
    </message>
    <message>
        <source>Take the last edit back</source>
        <translation>撤销最近一次编辑</translation>
    </message>
    <message>
        <source>Do again what was taken back</source>
        <translation>重做已撤销的操作</translation>
    </message>
    <message>
        <source>nothing was edited yet.</source>
        <translation>尚未进行任何编辑。</translation>
    </message>
    <message>
        <source>nothing was undone.</source>
        <translation>没有撤销过的操作。</translation>
    </message>
    <message>
        <source>open a trace and select a part of it first.</source>
        <translation>请先打开一条轨迹并选择其中一段。</translation>
    </message>
    <message>
        <source>open a trace and click into a lane first.</source>
        <translation>请先打开一条轨迹并点击某个通道。</translation>
    </message>
    <message>
        <source>open a trace first, and wait for what works on it.</source>
        <translation>请先打开一条轨迹，并等待使用它的任务结束。</translation>
    </message>
    <message>
        <source>open a trace and a plan first, and wait for what runs.</source>
        <translation>请先打开一条轨迹和一个计划，并等待正在运行的任务结束。</translation>
    </message>
    <message>
        <source>open a plan or generate one first.</source>
        <translation>请先打开或生成一个计划。</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::EditDialog</name>
    <message>
        <source>Scale</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>平移</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>屏蔽</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Values are multiplied by the factor; percentages stay within 0 and 100.</source>
        <translation>数值乘以系数；百分比保持在 0 到 100 之间。</translation>
    </message>
    <message>
        <source>Values move later, or earlier when the number is negative. What becomes vacant is missing.</source>
        <translation>数值后移，数为负时前移。空出的部分为缺失。</translation>
    </message>
    <message>
        <source>Every value becomes the mean over this time around it.</source>
        <translation>每个数值变为其前后这段时间内的平均值。</translation>
    </message>
    <message>
        <source>Values become missing: a plan may do there as it likes.</source>
        <translation>数值变为缺失：计划在该处不受约束。</translation>
    </message>
    <message>
        <source>The part stands there this many times in a row, and what follows moves back.</source>
        <translation>该部分连续出现这么多次，其后的内容后移。</translation>
    </message>
    <message>
        <source>The whole trace</source>
        <translation>整条轨迹</translation>
    </message>
    <message>
        <source>Part:</source>
        <translation>部分：</translation>
    </message>
    <message>
        <source>&amp;Metrics:</source>
        <translation>指标(&amp;M)：</translation>
    </message>
    <message>
        <source>&amp;Factor:</source>
        <translation>系数(&amp;F)：</translation>
    </message>
    <message>
        <source>&amp;Times:</source>
        <translation>次数(&amp;T)：</translation>
    </message>
    <message>
        <source>&amp;Seconds:</source>
        <translation>秒数(&amp;S)：</translation>
    </message>
    <message>
        <source>Family %1</source>
        <translation>指标族：%1</translation>
    </message>
    <message>
        <source>All metrics</source>
        <translation>所有指标</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::Exporter</name>
    <message>
        <source>Exporting %1</source>
        <translation>正在导出 %1</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::FamilyChart</name>
    <message>
        <source>DTW distance per family</source>
        <translation>各指标族的 DTW 距离</translation>
    </message>
    <message>
        <source>DTW distance per family, simulated</source>
        <translation>各指标族的 DTW 距离，模拟</translation>
    </message>
    <message>
        <source>DTW distance</source>
        <translation>DTW 距离</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::FileField</name>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Choose a file: %1</source>
        <translation>选择文件：%1</translation>
    </message>
    <message>
        <source>%1 (default)</source>
        <translation>%1（默认）</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::GenerateDialog</name>
    <message>
        <source>DPM-Solver++ (few steps)</source>
        <translation>DPM-Solver++（步数少）</translation>
    </message>
    <message>
        <source>DDIM</source>
        <translation>DDIM</translation>
    </message>
    <message>
        <source>DDPM (many steps)</source>
        <translation>DDPM（步数多）</translation>
    </message>
    <message>
        <source>Two passes, all windows at once</source>
        <translation>两遍，一次处理所有窗口</translation>
    </message>
    <message>
        <source>Autoregressive, window by window</source>
        <translation>自回归，逐窗口</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Models (*.safetensors)</source>
        <translation>模型 (*.safetensors)</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Data sets (*.h5 *.hdf5)</source>
        <translation>数据集 (*.h5 *.hdf5)</translation>
    </message>
    <message>
        <source>M&amp;odel:</source>
        <translation>模型(&amp;O)：</translation>
    </message>
    <message>
        <source>D&amp;ata set:</source>
        <translation>数据集(&amp;A)：</translation>
    </message>
    <message>
        <source>Generate a plan</source>
        <translation>生成计划</translation>
    </message>
    <message>
        <source>Same inputs and seed, same plan</source>
        <translation>相同的输入和种子得到相同的计划</translation>
    </message>
    <message>
        <source>&amp;Method:</source>
        <translation>方法(&amp;M)：</translation>
    </message>
    <message>
        <source>S&amp;eed:</source>
        <translation>种子(&amp;E)：</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>生成(&amp;G)</translation>
    </message>
    <message>
        <source>How the model draws</source>
        <translation>模型的抽取方式</translation>
    </message>
    <message>
        <source>Evaluations of the network per candidate and window</source>
        <translation>每个候选和窗口的网络求值次数</translation>
    </message>
    <message>
        <source>Those of the first of two passes, which only gives each window its predecessor</source>
        <translation>两遍中第一遍的求值次数，第一遍只为每个窗口提供其前一窗口</translation>
    </message>
    <message>
        <source>How much the trace is heeded beyond training: 1 is none; others take twice as long</source>
        <translation>在训练之外对轨迹的额外遵循程度：1 表示没有；其他值耗时加倍</translation>
    </message>
    <message>
        <source>Compositions per window that the forward model chooses from</source>
        <translation>每个窗口供前向模型挑选的组合数</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Steps by which the forward model corrects the chosen fractions</source>
        <translation>前向模型修正所选占比的步数</translation>
    </message>
    <message>
        <source> % busy</source>
        <translation> % 忙碌</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>CPUs less busy than this in the trace get nothing that computes or goes through memory</source>
        <translation>在轨迹中忙碌程度低于此值的 CPU 不会得到计算或访问内存的压力源</translation>
    </message>
    <message>
        <source>Use the &amp;previous composition</source>
        <translation>使用前一组合(&amp;P)</translation>
    </message>
    <message>
        <source>Caches and write-back carry over from window to window</source>
        <translation>缓存和回写会延续到下一窗口</translation>
    </message>
    <message>
        <source>&amp;Fit the trace to the model</source>
        <translation>使轨迹适配模型(&amp;F)</translation>
    </message>
    <message>
        <source>Average or repeat the CPUs of a trace of another machine, and leave out stressors this program does not have, instead of refusing</source>
        <translation>对其他机器的轨迹的 CPU 取平均或重复，并略去本程序没有的压力源，而不是拒绝</translation>
    </message>
    <message>
        <source>Samp&amp;ler:</source>
        <translation>采样器(&amp;L)：</translation>
    </message>
    <message>
        <source>Strateg&amp;y:</source>
        <translation>策略(&amp;Y)：</translation>
    </message>
    <message>
        <source>S&amp;teps:</source>
        <translation>步数(&amp;T)：</translation>
    </message>
    <message>
        <source>F&amp;irst-pass steps:</source>
        <translation>第一遍步数(&amp;I)：</translation>
    </message>
    <message>
        <source>G&amp;uidance:</source>
        <translation>引导强度(&amp;U)：</translation>
    </message>
    <message>
        <source>Ca&amp;ndidates:</source>
        <translation>候选数(&amp;N)：</translation>
    </message>
    <message>
        <source>Polis&amp;hing steps:</source>
        <translation>精修步数(&amp;H)：</translation>
    </message>
    <message>
        <source>Idle &amp;below:</source>
        <translation>空闲阈值(&amp;B)：</translation>
    </message>
    <message numerus="yes">
        <source>%n evaluation(s) of the network per window</source>
        <translation>
            <numerusform>每个窗口 %n 次网络求值</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>没有这个文件。</translation>
    </message>
    <message>
        <source>No data set is installed for this machine yet.</source>
        <translation>本机尚未安装数据集。</translation>
    </message>
    <message>
        <source>No model is installed for this machine: train one (Ctrl+L), or choose the file of a model.</source>
        <translation>本机尚未安装模型：请训练一个 (Ctrl+L)，或选择模型文件。</translation>
    </message>
    <message numerus="yes">
        <source>The trace has %n CPU(s), so it has to be fitted to the model.</source>
        <translation>
            <numerusform>该轨迹有 %n 个 CPU，因此必须适配模型。</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Fit the trace to the model (needed)</source>
        <translation>使轨迹适配模型（必需）(&amp;F)</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::HeatmapView</name>
    <message>
        <source>%1, window %2: %3</source>
        <translation>%1，窗口 %2：%3</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::JobControls</name>
    <message>
        <source>Start anew</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::JobModel</name>
    <message>
        <source>stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>正在运行</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Elapsed</source>
        <translation>已用时间</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>剩余时间</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>作用</translation>
    </message>
    <message>
        <source>Started: %1</source>
        <translation>开始于：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::JobStatus</name>
    <message>
        <source>%1: stopping…</source>
        <translation>%1：正在停止…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>, about %1 left</source>
        <translation>，约剩 %1</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message numerus="yes">
        <source> (and %n more)</source>
        <translation>
            <numerusform> （另有 %n 个）</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel %1</source>
        <translation>取消 %1</translation>
    </message>
    <message>
        <source>Show all jobs</source>
        <translation>显示所有任务</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::JobsPanel</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop the chosen job</source>
        <translation>停止所选任务</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Do the same once more</source>
        <translation>再做一次</translation>
    </message>
    <message>
        <source>Clear ended</source>
        <translation>清除已结束</translation>
    </message>
    <message>
        <source>Forget the jobs that have ended</source>
        <translation>移除已结束的任务</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Log of the chosen job</source>
        <translation>所选任务的日志</translation>
    </message>
    <message>
        <source>What the chosen job says</source>
        <translation>所选任务的输出</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::LaneMenu</name>
    <message>
        <source>Lanes</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>&amp;Next lane</source>
        <translation>下一个通道(&amp;N)</translation>
    </message>
    <message>
        <source>Choose the lane below</source>
        <translation>选择下方的通道</translation>
    </message>
    <message>
        <source>&amp;Previous lane</source>
        <translation>上一个通道(&amp;P)</translation>
    </message>
    <message>
        <source>Choose the lane above</source>
        <translation>选择上方的通道</translation>
    </message>
    <message>
        <source>&amp;Fold or unfold</source>
        <translation>折叠或展开(&amp;F)</translation>
    </message>
    <message>
        <source>Fold or unfold the family of the chosen lane</source>
        <translation>折叠或展开所选通道的指标族</translation>
    </message>
    <message>
        <source>&amp;CPUs as lanes</source>
        <translation>CPU 显示为通道(&amp;C)</translation>
    </message>
    <message>
        <source>Show each CPU as a lane of its own below the heat strip</source>
        <translation>在热度条下方将每个 CPU 显示为单独的通道</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::LastBestModel</name>
    <message>
        <source>Last</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>最佳</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::Legend</name>
    <message>
        <source>%1 (simulated)</source>
        <translation>%1（模拟）</translation>
    </message>
    <message>
        <source>%1 (from simulated data)</source>
        <translation>%1（来自模拟数据）</translation>
    </message>
    <message>
        <source>Mean DTW distance, simulated: %1</source>
        <translation>平均 DTW 距离，模拟：%1</translation>
    </message>
    <message>
        <source>Mean DTW distance: %1</source>
        <translation>平均 DTW 距离：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n CPU(s)</source>
        <translation>
            <numerusform>%n 个 CPU</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n metric(s)</source>
        <translation>
            <numerusform>%n 个指标</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s)</source>
        <translation>
            <numerusform>%n 个样本</numerusform>
        </translation>
    </message>
    <message>
        <source>Real: %1</source>
        <translation>真实：%1</translation>
    </message>
    <message>
        <source>Emulated: %1</source>
        <translation>仿真：%1</translation>
    </message>
    <message>
        <source>Plan: %1</source>
        <translation>计划：%1</translation>
    </message>
    <message>
        <source>%1 (edited)</source>
        <translation>%1（已编辑）</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::MainWindow</name>
    <message>
        <source>Score</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Refinement</source>
        <translation>改进</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>诊断</translation>
    </message>
    <message>
        <source>Diagnostics (%1)</source>
        <translation>诊断 (%1)</translation>
    </message>
    <message>
        <source>This plan is for %1 CPUs and there are %2 here. Folded, each of them runs the mean of the rows it stands for.</source>
        <translation>此计划适用于 %1 个 CPU，而这里有 %2 个。折叠后，每个 CPU 运行其所代表的各行的平均。</translation>
    </message>
    <message>
        <source>Fold and run</source>
        <translation>折叠并运行</translation>
    </message>
    <message>
        <source>Calibrate anew</source>
        <translation>重新校准</translation>
    </message>
    <message>
        <source>Mimesys Studio</source>
        <translation>Mimesys Studio</translation>
    </message>
    <message>
        <source>This machine has no training data yet, so no plan can be made. </source>
        <translation>本机还没有训练数据，因此无法制作计划。 </translation>
    </message>
    <message>
        <source>Collecting runs combinations of stressors on all CPUs and records what they do. Nothing else should be running; the data is kept for later.</source>
        <translation>采集会在所有 CPU 上运行压力源的组合并记录其影响。不应运行其他任务；数据会保留供以后使用。</translation>
    </message>
    <message>
        <source>Collect training data (about 2 minutes)</source>
        <translation>采集训练数据（约 2 分钟）</translation>
    </message>
    <message>
        <source>Open traces and plans</source>
        <translation>打开轨迹和计划</translation>
    </message>
    <message>
        <source>Open an emulation</source>
        <translation>打开仿真</translation>
    </message>
    <message>
        <source>Traces (*.h5 *.csv *.txt *.log)</source>
        <translation>轨迹 (*.h5 *.csv *.txt *.log)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>The language changes when the studio is started the next time.</source>
        <translation>语言将在下次启动工作室时更改。</translation>
    </message>
    <message>
        <source>Start anew</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>This machine has no model yet, so the diffusion method cannot be used; the other methods need only a data set.</source>
        <translation>本机还没有模型，因此无法使用扩散方法；其他方法只需要数据集。</translation>
    </message>
    <message>
        <source>Train a model</source>
        <translation>训练模型</translation>
    </message>
    <message>
        <source>Fit and generate</source>
        <translation>适配并生成</translation>
    </message>
    <message>
        <source>This machine has no training data and no model yet, so nothing is known of how it responds to a correction. Collecting runs combinations of stressors on all CPUs and records what they do; nothing else should be running.</source>
        <translation>本机还没有训练数据和模型，因此不知道它如何响应修正。采集会在所有 CPU 上运行压力源的组合并记录其影响；不应运行其他任务。</translation>
    </message>
    <message>
        <source>Show or hide the panel “%1”</source>
        <translation>显示或隐藏面板“%1”</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>面板</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>选区</translation>
    </message>
    <message>
        <source>Co&amp;mpare</source>
        <translation>比较(&amp;M)</translation>
    </message>
    <message>
        <source>open a trace and its emulation first.</source>
        <translation>请先打开一条轨迹及其仿真。</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Show every job with its progress and log</source>
        <translation>显示每个任务及其进度和日志</translation>
    </message>
    <message>
        <source>The recording is in no file yet.</source>
        <translation>该记录尚未存入文件。</translation>
    </message>
    <message>
        <source>Save it…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>%1[*] – Mimesys Studio</source>
        <translation>%1[*] – Mimesys Studio</translation>
    </message>
    <message>
        <source>Edits so far; choose one to go back to it</source>
        <translation>迄今的编辑；选择其中一项即可回到该状态</translation>
    </message>
    <message>
        <source>As it came</source>
        <translation>初始状态</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Edit plan</source>
        <translation>编辑计划</translation>
    </message>
    <message>
        <source>%1 was written.</source>
        <translation>%1 已写出。</translation>
    </message>
    <message>
        <source>Export the visible values</source>
        <translation>导出可见数值</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Export a report</source>
        <translation>导出报告</translation>
    </message>
    <message>
        <source>Pages (*.html)</source>
        <translation>网页 (*.html)</translation>
    </message>
    <message>
        <source>%1 was saved.</source>
        <translation>%1 已保存。</translation>
    </message>
    <message>
        <source>The work is back. Save it as a session to keep it.</source>
        <translation>工作内容已恢复。请保存为会话以便保留。</translation>
    </message>
    <message>
        <source>Save session…</source>
        <translation>保存会话…</translation>
    </message>
    <message>
        <source>The studio ended without closing. What was on screen was last saved by itself on %1.</source>
        <translation>工作室未正常关闭就结束了。屏幕上的内容最后一次自动保存于 %1。</translation>
    </message>
    <message>
        <source>Restore it</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Save session</source>
        <translation>保存会话</translation>
    </message>
    <message>
        <source>Sessions (*.mimesys)</source>
        <translation>会话 (*.mimesys)</translation>
    </message>
    <message>
        <source>choose a job in the list for which it is possible.</source>
        <translation>请在列表中选择可以这样做的任务。</translation>
    </message>
    <message>
        <source>open a trace that has such lanes, and choose one, first.</source>
        <translation>请先打开含有此类通道的轨迹并选择一个。</translation>
    </message>
    <message>
        <source>Discard it</source>
        <translation>丢弃</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::PairModel</name>
    <message>
        <source>%1 % of %2</source>
        <translation>%2 的 %1 %</translation>
    </message>
    <message>
        <source>%1 across, %2 up: samples lie in %3 of the %4 cells they can be in</source>
        <translation>横轴 %1，纵轴 %2：可达的 %4 个单元格中有 %3 个含样本</translation>
    </message>
    <message>
        <source>Share of the cells that hold samples, of those that lie between samples or hold some</source>
        <translation>在位于样本之间或含有样本的单元格中，含有样本者所占的比例</translation>
    </message>
    <message>
        <source>Across</source>
        <translation>横轴</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>纵轴</translation>
    </message>
    <message>
        <source>Covered</source>
        <translation>覆盖</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::PlanEditor</name>
    <message>
        <source>S&amp;et</source>
        <translation>设置(&amp;E)</translation>
    </message>
    <message>
        <source>Set the stressor to this fraction in the chosen cells</source>
        <translation>把所选单元格中的压力源设为此占比</translation>
    </message>
    <message>
        <source>S&amp;cale</source>
        <translation>缩放(&amp;C)</translation>
    </message>
    <message>
        <source>Multiply the stressor in the chosen cells</source>
        <translation>把所选单元格中的压力源乘以系数</translation>
    </message>
    <message>
        <source>Re&amp;place</source>
        <translation>替换(&amp;P)</translation>
    </message>
    <message>
        <source>Give the stressor&apos;s share to another one</source>
        <translation>把该压力源的份额交给另一个压力源</translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation>锁定(&amp;L)</translation>
    </message>
    <message>
        <source>Keep the chosen cells as they are, whatever is edited</source>
        <translation>无论如何编辑，所选单元格保持不变</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>解锁(&amp;U)</translation>
    </message>
    <message>
        <source>Let the chosen cells be edited again</source>
        <translation>允许再次编辑所选单元格</translation>
    </message>
    <message>
        <source>Make these windows a&amp;new</source>
        <translation>重新生成这些窗口(&amp;N)</translation>
    </message>
    <message>
        <source>Compose the windows anew by the chosen method; what is locked stays</source>
        <translation>用所选方法重新组合这些窗口；锁定的内容保持不变</translation>
    </message>
    <message>
        <source>Paint with the &amp;mouse on the map of CPUs</source>
        <translation>用鼠标在 CPU 热图上绘制(&amp;M)</translation>
    </message>
    <message>
        <source>There is no plan to edit yet. Open one, or generate one from a real trace.</source>
        <translation>还没有可编辑的计划。请打开一个，或由真实轨迹生成一个。</translation>
    </message>
    <message>
        <source>Drag over cells to set them to the fraction; Escape ends it</source>
        <translation>拖过单元格即可设为该占比；按 Escape 结束</translation>
    </message>
    <message>
        <source>&amp;Stressor:</source>
        <translation>压力源(&amp;S)：</translation>
    </message>
    <message>
        <source>to</source>
        <translation>至</translation>
    </message>
    <message>
        <source>&amp;Windows:</source>
        <translation>窗口(&amp;W)：</translation>
    </message>
    <message>
        <source>First window</source>
        <translation>第一个窗口</translation>
    </message>
    <message>
        <source>Last window</source>
        <translation>最后一个窗口</translation>
    </message>
    <message>
        <source>&amp;CPUs:</source>
        <translation>CPU(&amp;C)：</translation>
    </message>
    <message>
        <source>First CPU</source>
        <translation>第一个 CPU</translation>
    </message>
    <message>
        <source>Last CPU</source>
        <translation>最后一个 CPU</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Stressor to replace it by</source>
        <translation>用来替换的压力源</translation>
    </message>
    <message>
        <source>&amp;Fraction:</source>
        <translation>占比(&amp;F)：</translation>
    </message>
    <message>
        <source>Fact&amp;or:</source>
        <translation>系数(&amp;O)：</translation>
    </message>
    <message>
        <source>&amp;By:</source>
        <translation>替换为(&amp;B)：</translation>
    </message>
    <message>
        <source>All stressors</source>
        <translation>所有压力源</translation>
    </message>
    <message>
        <source>but not %1</source>
        <translation>%1 除外</translation>
    </message>
    <message>
        <source>Nothing is locked.</source>
        <translation>没有锁定的内容。</translation>
    </message>
    <message>
        <source>Locked: %1.</source>
        <translation>已锁定：%1。</translation>
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
        <translation>清空此列表(&amp;C)</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::RecordDialog</name>
    <message>
        <source>File of the recording</source>
        <translation>记录的文件</translation>
    </message>
    <message>
        <source>Traces (*.h5 *.csv *.txt *.log)</source>
        <translation>轨迹 (*.h5 *.csv *.txt *.log)</translation>
    </message>
    <message>
        <source>Record this machine</source>
        <translation>记录本机</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>until stopped</source>
        <translation>直到停止</translation>
    </message>
    <message>
        <source>none: whatever the machine does</source>
        <translation>无：记录机器的任何活动</translation>
    </message>
    <message>
        <source>&amp;Duration:</source>
        <translation>时长(&amp;D)：</translation>
    </message>
    <message>
        <source>0 records until it is stopped, or until the command has ended</source>
        <translation>0 表示一直记录到被停止，或到命令结束</translation>
    </message>
    <message>
        <source>&amp;Period:</source>
        <translation>周期(&amp;P)：</translation>
    </message>
    <message>
        <source>Time between samples; the kernel counts CPU time in steps of 10 ms, which shows below 0.1 s</source>
        <translation>样本之间的时间；内核以 10 ms 为步长统计 CPU 时间，低于 0.1 s 时会显现出来</translation>
    </message>
    <message>
        <source>&amp;Command:</source>
        <translation>命令(&amp;C)：</translation>
    </message>
    <message>
        <source>A program and its arguments, started with the recording, without a shell; arguments with spaces in double quotes</source>
        <translation>随记录一起启动的程序及其参数，不经过 shell；含空格的参数用双引号括起</translation>
    </message>
    <message>
        <source>&amp;Save to:</source>
        <translation>保存到(&amp;S)：</translation>
    </message>
    <message>
        <source>Written when the recording ends, even when it is stopped; without a name it can be exported later</source>
        <translation>记录结束时写入，被停止时也写入；不指定名称则可稍后导出</translation>
    </message>
    <message>
        <source>&amp;Record</source>
        <translation>记录(&amp;R)</translation>
    </message>
    <message>
        <source>The duration is shorter than half a period.</source>
        <translation>时长短于半个周期。</translation>
    </message>
    <message>
        <source>The file&apos;s name has to end in %1, which says the format.</source>
        <translation>文件名必须以 %1 结尾，后缀决定格式。</translation>
    </message>
    <message>
        <source>The file is there already and will be replaced.</source>
        <translation>该文件已存在，将被替换。</translation>
    </message>
    <message>
        <source>The recording takes the place of %1; its plans and emulations are closed.</source>
        <translation>此记录将取代 %1；其计划和仿真会被关闭。</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::RefinementChart</name>
    <message>
        <source>mean DTW</source>
        <translation>平均 DTW</translation>
    </message>
    <message>
        <source>floor</source>
        <translation>下限</translation>
    </message>
    <message>
        <source>open</source>
        <translation>当前打开</translation>
    </message>
    <message>
        <source>again</source>
        <translation>再次执行</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>floor, measured</source>
        <translation>下限，实测</translation>
    </message>
    <message numerus="yes">
        <source>Mean distance of %n round(s), best %1 in round %2, floor %3</source>
        <translation>
            <numerusform>%n 轮的平均距离，最佳为第 %2 轮的 %1，下限 %3</numerusform>
        </translation>
    </message>
    <message>
        <source>No round yet</source>
        <translation>尚无轮次</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::RefinementPanel</name>
    <message>
        <source>&amp;Refine</source>
        <translation>改进(&amp;R)</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>Refining executes the plan, compares it with the real trace window by window, corrects the stressors where the trace is missed, and repeats. The best plan is kept, and any round can be gone back to. Every round takes as long as the trace.</source>
        <translation>改进会执行计划，逐窗口与真实轨迹比较，在偏离轨迹之处修正压力源，并反复进行。最好的计划会保留，也可以回到任意一轮。每一轮耗时与轨迹一样长。</translation>
    </message>
    <message>
        <source>SIMULATED: it was executed on a machine that is computed, nothing was measured.</source>
        <translation>模拟：它是在计算出来的机器上执行的，没有任何测量。</translation>
    </message>
    <message>
        <source>Rounds of the refinement</source>
        <translation>改进的轮次</translation>
    </message>
    <message>
        <source>Execute the plan, correct it where the trace is missed, and repeat</source>
        <translation>执行计划，在偏离轨迹之处修正，反复进行</translation>
    </message>
    <message>
        <source>Stop refining; finished rounds stay</source>
        <translation>停止改进；已完成的轮次会保留</translation>
    </message>
    <message>
        <source>Corrections at most; it stops earlier when nothing improves</source>
        <translation>修正的最多次数；没有改善时会提前停止</translation>
    </message>
    <message>
        <source>R&amp;ounds:</source>
        <translation>轮数(&amp;O)：</translation>
    </message>
    <message>
        <source>The plan is executed as it came.</source>
        <translation>正在按原样执行计划。</translation>
    </message>
    <message>
        <source>Round %1 of %2 …</source>
        <translation>第 %1 轮，共 %2 轮 …</translation>
    </message>
    <message>
        <source>It was stopped.</source>
        <translation>已被停止。</translation>
    </message>
    <message>
        <source>The floor is reached.</source>
        <translation>已达到下限。</translation>
    </message>
    <message>
        <source>Nothing improves any more.</source>
        <translation>不再有改善。</translation>
    </message>
    <message>
        <source>The rounds are over.</source>
        <translation>各轮已结束。</translation>
    </message>
    <message>
        <source>Mean distance %1 as it came, %2 in the best round; floor %3.</source>
        <translation>平均距离：初始为 %1，最佳轮次为 %2；下限 %3。</translation>
    </message>
    <message>
        <source>Executed once more, the best plan has %1.</source>
        <translation>再次执行，最佳计划为 %1。</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::ReportFigures</name>
    <message>
        <source>Timelines</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Composition of the plan</source>
        <translation>计划的组合</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::RoundModel</name>
    <message>
        <source>as it came</source>
        <translation>初始</translation>
    </message>
    <message>
        <source>%1, best</source>
        <translation>%1，最佳</translation>
    </message>
    <message>
        <source>The plan of this round is open.</source>
        <translation>此轮的计划已打开。</translation>
    </message>
    <message>
        <source>Choose it to go back to its plan.</source>
        <translation>选择它即可回到其计划。</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::ScheduleView</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2, %3 of the window (%4)</source>
        <translation>%1：%2，占窗口的 %3 (%4)</translation>
    </message>
    <message>
        <source>%1, here %2 from %3 on</source>
        <translation>%1，此处自 %3 起持续 %2</translation>
    </message>
    <message>
        <source>%1: sleep</source>
        <translation>%1：睡眠</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Window %1 at %2</source>
        <translation>窗口 %1，位于 %2</translation>
    </message>
    <message>
        <source> (in the order of execution; empty = sleep)</source>
        <translation> （按执行顺序；空白 = 睡眠）</translation>
    </message>
    <message>
        <source> (totals; empty = sleep)</source>
        <translation> （合计；空白 = 睡眠）</translation>
    </message>
    <message>
        <source>, from simulated data</source>
        <translation>，来自模拟数据</translation>
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
        <translation>睡眠 %1</translation>
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
        <translation>平均</translation>
    </message>
    <message>
        <source>Not scored</source>
        <translation>未评分</translation>
    </message>
    <message>
        <source>%1, warped without a band</source>
        <translation>%1，规整不限带宽</translation>
    </message>
    <message numerus="yes">
        <source>%1, warped within a band of %n window(s)</source>
        <translation>
            <numerusform>%1，规整带宽为 %n 个窗口</numerusform>
        </translation>
    </message>
    <message>
        <source>%1–%2</source>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>Only the real trace has this metric.</source>
        <translation>只有真实轨迹有此指标。</translation>
    </message>
    <message>
        <source>Only the emulated trace has this metric.</source>
        <translation>只有仿真轨迹有此指标。</translation>
    </message>
    <message>
        <source>Average difference per step after time warping, in units of the range; 0 = identical</source>
        <translation>时间规整后每步的平均差异，以范围为单位；0 = 完全相同</translation>
    </message>
    <message>
        <source>Root mean square difference without warping, in units of the range</source>
        <translation>不经规整的均方根差异，以范围为单位</translation>
    </message>
    <message>
        <source>What the values were scaled by</source>
        <translation>数值缩放所用的范围</translation>
    </message>
    <message>
        <source>Windows left out because either side has no value</source>
        <translation>因任一侧没有数值而略去的窗口</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
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
        <translation>范围</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺失</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::ScorePanel</name>
    <message>
        <source>SIMULATED: both sides are computed, not measured.</source>
        <translation>模拟：两侧都是计算出来的，不是测量的。</translation>
    </message>
    <message>
        <source>SIMULATED: the real side is computed, not measured.</source>
        <translation>模拟：真实一侧是计算出来的，不是测量的。</translation>
    </message>
    <message>
        <source>SIMULATED: the emulated side is computed, not measured.</source>
        <translation>模拟：仿真一侧是计算出来的，不是测量的。</translation>
    </message>
    <message>
        <source>Score of every metric</source>
        <translation>每个指标的评分</translation>
    </message>
    <message>
        <source>Run a plan here, or open a recorded emulation, to see how close it comes to the real trace.</source>
        <translation>在此运行计划，或打开记录的仿真，查看它与真实轨迹的接近程度。</translation>
    </message>
    <message numerus="yes">
        <source>%1 %n window(s) in %2 s. CPU time against the plan: %3 points off on average, %4 at most; 99 % of the windows began within %5 ms.</source>
        <translation>
            <numerusform>%1 %n 个窗口，用时 %2 s。相对计划的 CPU 时间：平均偏差 %3 个百分点，最大 %4 个百分点；99 % 的窗口在 %5 ms 内开始。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped after</source>
        <translation>停止前运行了</translation>
    </message>
    <message>
        <source>Ran</source>
        <translation>运行了</translation>
    </message>
    <message>
        <source>&amp;Selected stretch only</source>
        <translation>仅选中区段(&amp;S)</translation>
    </message>
    <message>
        <source>Score what is selected in the timelines, by the ranges of the whole trace</source>
        <translation>对时间线中选中的部分评分，采用整条轨迹的范围</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::SelectionPanel</name>
    <message>
        <source>Drag with Shift in the timelines to select a stretch of time; 1 and 2 set measuring cursors.</source>
        <translation>在时间线中按住 Shift 拖动以选择一段时间；1 和 2 设置测量光标。</translation>
    </message>
    <message>
        <source>Statistics of the selected stretch</source>
        <translation>选中区段的统计</translation>
    </message>
    <message>
        <source>&amp;Copy the table</source>
        <translation>复制表格(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the statistics to the clipboard, for a spreadsheet</source>
        <translation>把统计复制到剪贴板，供电子表格使用</translation>
    </message>
    <message>
        <source>Selected: %1 to %2 (%3)</source>
        <translation>选中：%1 至 %2 (%3)</translation>
    </message>
    <message>
        <source>Everything: %1 to %2 (%3)</source>
        <translation>全部：%1 至 %2 (%3)</translation>
    </message>
    <message>
        <source>A at %1, B at %2, %3 apart</source>
        <translation>A 位于 %1，B 位于 %2，相距 %3</translation>
    </message>
    <message>
        <source>A at %1</source>
        <translation>A 位于 %1</translation>
    </message>
    <message>
        <source>B at %1</source>
        <translation>B 位于 %1</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::SessionKeeper</name>
    <message>
        <source>Opening %1</source>
        <translation>正在打开 %1</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>正在保存 %1</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>正在保存</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::SignatureLegend</name>
    <message>
        <source>Brighter: stronger. Tilde: not monotone. Minus: falls. Dot: no change.</source>
        <translation>越亮：越强。波浪号：非单调。负号：下降。点：无变化。</translation>
    </message>
    <message>
        <source>weak</source>
        <translation>弱</translation>
    </message>
    <message>
        <source>the strongest of all stressors</source>
        <translation>所有压力源中最强</translation>
    </message>
    <message>
        <source>~ not monotone   − falls   · no change</source>
        <translation>~ 非单调   − 下降   · 无变化</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::SignatureModel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>未测量</translation>
    </message>
    <message>
        <source>Stressor</source>
        <translation>压力源</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::SignatureTable</name>
    <message>
        <source>Stressors and what they do to each metric</source>
        <translation>压力源及其对每个指标的影响</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::StatisticsModel</name>
    <message>
        <source>emulated</source>
        <translation>仿真</translation>
    </message>
    <message>
        <source>real</source>
        <translation>真实</translation>
    </message>
    <message>
        <source>Weighted by the time each sample covers</source>
        <translation>按每个样本覆盖的时间加权</translation>
    </message>
    <message>
        <source>Standard deviation, weighted by the time each sample covers</source>
        <translation>标准差，按每个样本覆盖的时间加权</translation>
    </message>
    <message>
        <source>So many per cent of the samples are not above it</source>
        <translation>有这个百分比的样本不超过该值</translation>
    </message>
    <message>
        <source>Samples without a value</source>
        <translation>没有数值的样本</translation>
    </message>
    <message>
        <source>At the second measuring cursor less at the first</source>
        <translation>第二个测量光标处的值减去第一个处的值</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>侧</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>最小</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>Std dev</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
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
        <translation>缺失</translation>
    </message>
    <message>
        <source>At A</source>
        <translation>A 处</translation>
    </message>
    <message>
        <source>At B</source>
        <translation>B 处</translation>
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
        <translation>本机</translation>
    </message>
    <message>
        <source>Another machine</source>
        <translation>其他机器</translation>
    </message>
    <message numerus="yes">
        <source>%n CPU(s)</source>
        <translation>
            <numerusform>%n 个 CPU</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stressor(s)</source>
        <translation>
            <numerusform>%n 个压力源</numerusform>
        </translation>
    </message>
    <message>
        <source>measured %1</source>
        <translation>测量于 %1</translation>
    </message>
    <message>
        <source>SIMULATED: these numbers were not measured on any machine.</source>
        <translation>模拟：这些数值不是在任何机器上测得的。</translation>
    </message>
    <message>
        <source>Other work took %1 % of the CPUs meanwhile; calibrate again when the machine is quiet.</source>
        <translation>其间其他任务占用了 %1 % 的 CPU；请在机器空闲时重新校准。</translation>
    </message>
    <message>
        <source>Calibrate this machine</source>
        <translation>校准本机</translation>
    </message>
    <message>
        <source>The stressors of this machine are not calibrated yet</source>
        <translation>本机的压力源尚未校准</translation>
    </message>
    <message>
        <source>A calibration runs every stressor alone on all CPUs at six doses, in random order, and records what each metric does: how strongly it answers, whether more of the stressor means more of it, and where it saturates. It takes about ten seconds per stressor and can be stopped and continued; nothing else should be running. The calibration of another machine can be dropped on this window.</source>
        <translation>校准会在所有 CPU 上以六种剂量、随机顺序单独运行每个压力源，并记录每个指标的变化：响应有多强，压力源增加时指标是否随之增加，以及在何处饱和。每个压力源约需十秒，可以停止后再继续；不应运行其他任务。可以把其他机器的校准拖到此窗口。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Not recorded: %1.</source>
        <translation>未记录：%1。</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; (%2): %3</source>
        <translation>&lt;b&gt;%1&lt;/b&gt; (%2)：%3</translation>
    </message>
    <message>
        <source>Not available: %1</source>
        <translation>不可用：%1</translation>
    </message>
    <message>
        <source>Calibrating…</source>
        <translation>正在校准…</translation>
    </message>
    <message>
        <source>Calibrate again</source>
        <translation>重新校准</translation>
    </message>
    <message>
        <source>Continue calibration</source>
        <translation>继续校准</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::TestRunChart</name>
    <message numerus="yes">
        <source>%1: mean %2 of %n run(s)</source>
        <translation>
            <numerusform>%1：%n 次运行的平均为 %2</numerusform>
        </translation>
    </message>
    <message>
        <source>No run yet</source>
        <translation>尚无运行</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::TestRunForm</name>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Workload</source>
        <translation>工作负载</translation>
    </message>
    <message>
        <source>Workloads and plans (*)</source>
        <translation>工作负载和计划 (*)</translation>
    </message>
    <message>
        <source>Fold it onto the CPUs there are</source>
        <translation>折叠到现有的 CPU 上</translation>
    </message>
    <message>
        <source>Progress of the test run</source>
        <translation>测试运行的进度</translation>
    </message>
    <message>
        <source>Ends all that was started; finished runs stay</source>
        <translation>结束所有已启动的程序；已完成的运行会保留</translation>
    </message>
    <message>
        <source>Time of the command</source>
        <translation>命令的时间</translation>
    </message>
    <message>
        <source>Throughput that it prints</source>
        <translation>它打印的吞吐量</translation>
    </message>
    <message>
        <source>Latency that it prints</source>
        <translation>它打印的延迟</translation>
    </message>
    <message>
        <source>for example: make -j2</source>
        <translation>例如：make -j2</translation>
    </message>
    <message>
        <source>none, or one that runs already</source>
        <translation>无，或已在运行的服务</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>for example: requests/s</source>
        <translation>例如：requests/s</translation>
    </message>
    <message>
        <source>&amp;Workload:</source>
        <translation>工作负载(&amp;W)：</translation>
    </message>
    <message>
        <source>An exported workload, or a plan; it is repeated until the command ends</source>
        <translation>导出的工作负载或计划；反复执行直到命令结束</translation>
    </message>
    <message>
        <source>A plan for more CPUs than there are runs the mean of the rows each of them stands for</source>
        <translation>若计划的 CPU 多于现有的 CPU，每个 CPU 运行其所代表的各行的平均</translation>
    </message>
    <message>
        <source>&amp;Command:</source>
        <translation>命令(&amp;C)：</translation>
    </message>
    <message>
        <source>What is tested, as a shell understands it; it has to end by itself</source>
        <translation>要测试的内容，按 shell 的写法；它必须自行结束</translation>
    </message>
    <message>
        <source>S&amp;ervice:</source>
        <translation>服务(&amp;E)：</translation>
    </message>
    <message>
        <source>A shell command of what the command is a client of; it is started before each run and ended after it</source>
        <translation>启动服务的 shell 命令，被测命令是该服务的客户端；每次运行前启动，运行后结束</translation>
    </message>
    <message>
        <source>Read&amp;y after:</source>
        <translation>就绪时间(&amp;Y)：</translation>
    </message>
    <message>
        <source>Time that the service is given to start</source>
        <translation>给服务启动的时间</translation>
    </message>
    <message>
        <source>Real &amp;mix:</source>
        <translation>真实混合负载(&amp;M)：</translation>
    </message>
    <message>
        <source>A shell command that runs the real neighbours until it is ended, to compare the workload with</source>
        <translation>运行真实相邻程序的 shell 命令，直到被结束，用于与工作负载比较</translation>
    </message>
    <message>
        <source>Measu&amp;re:</source>
        <translation>测量(&amp;R)：</translation>
    </message>
    <message>
        <source>&amp;Pattern:</source>
        <translation>模式(&amp;P)：</translation>
    </message>
    <message>
        <source>A regular expression whose one group, in parentheses, is the number; of several matches in what the command prints the last counts</source>
        <translation>一个正则表达式，括号中的唯一分组即为数值；命令的输出有多处匹配时取最后一处</translation>
    </message>
    <message>
        <source>&amp;Unit:</source>
        <translation>单位(&amp;U)：</translation>
    </message>
    <message>
        <source>R&amp;uns of each:</source>
        <translation>每种的运行次数(&amp;U)：</translation>
    </message>
    <message>
        <source>Alone and beside take turns; more runs make the intervals narrower</source>
        <translation>单独和并行交替进行；运行越多，区间越窄</translation>
    </message>
    <message>
        <source>Se&amp;ttle:</source>
        <translation>稳定时间(&amp;T)：</translation>
    </message>
    <message>
        <source>Time from the start of the workload, or the mix, to that of the command</source>
        <translation>从工作负载或混合负载启动到命令启动的时间</translation>
    </message>
    <message>
        <source>Pause:</source>
        <translation>间歇：</translation>
    </message>
    <message>
        <source>Time between runs</source>
        <translation>两次运行之间的时间</translation>
    </message>
    <message>
        <source>Name a workload, or open a plan.</source>
        <translation>请指定工作负载，或打开计划。</translation>
    </message>
    <message>
        <source>There is no such workload.</source>
        <translation>没有这个工作负载。</translation>
    </message>
    <message>
        <source>Enter the command that is to be tested.</source>
        <translation>请输入要测试的命令。</translation>
    </message>
    <message>
        <source>Enter the pattern that finds the number.</source>
        <translation>请输入用于查找数值的模式。</translation>
    </message>
    <message>
        <source>the plan that is open: %1</source>
        <translation>打开的计划：%1</translation>
    </message>
    <message>
        <source>Run the test</source>
        <translation>运行测试</translation>
    </message>
    <message>
        <source>The machine is busy with something else.</source>
        <translation>机器正忙于其他任务。</translation>
    </message>
    <message>
        <source>Nothing else should be running meanwhile.</source>
        <translation>其间不应运行其他任务。</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::TestRunLanes</name>
    <message>
        <source>What the run alone is compared with</source>
        <translation>单独运行的比较对象</translation>
    </message>
    <message>
        <source>%1, run %2</source>
        <translation>%1，第 %2 次运行</translation>
    </message>
    <message>
        <source>solid: %1</source>
        <translation>实线：%1</translation>
    </message>
    <message>
        <source>dashed: %1</source>
        <translation>虚线：%1</translation>
    </message>
    <message>
        <source>The machine during the runs appears here; very short runs are not recorded.</source>
        <translation>运行期间机器的情况会显示在这里；很短的运行不会被记录。</translation>
    </message>
    <message>
        <source>The machine; %1</source>
        <translation>机器；%1</translation>
    </message>
    <message>
        <source>Of every condition the run whose value is nearest to the median.</source>
        <translation>每种条件中数值最接近中位数的那次运行。</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::TestRunPanel</name>
    <message>
        <source>Save report…</source>
        <translation>保存报告…</translation>
    </message>
    <message>
        <source>SIMULATED origin: the workload&apos;s plan was made from simulated measurements. It was executed on a real machine, and the numbers here were measured.</source>
        <translation>模拟来源：工作负载的计划由模拟的测量制作。它在真实机器上执行，这里的数值是实测的。</translation>
    </message>
    <message>
        <source>Every point is a run, in their order; the diamond is the mean with its 95 % interval.</source>
        <translation>每个点是一次运行，按先后排列；菱形是平均值及其 95 % 区间。</translation>
    </message>
    <message>
        <source>Write the runs and their recordings, to be opened again</source>
        <translation>写出各次运行及其记录，以便再次打开</translation>
    </message>
    <message>
        <source>Conditions and slowdowns</source>
        <translation>条件和减慢程度</translation>
    </message>
    <message>
        <source>The command runs alone first; its runs appear here one by one.</source>
        <translation>命令先单独运行；各次运行会逐一显示在这里。</translation>
    </message>
    <message>
        <source>A test run shows what an application suffers beside a workload: the command is run alone and beside it in turn. Name the command on the left, and a workload, or open a plan. The report of an earlier test run can be dropped on this window.</source>
        <translation>测试运行显示应用与工作负载并行时受到的影响：命令交替地单独运行和与其并行运行。请在左侧指定命令以及工作负载，或打开计划。也可以把以前测试运行的报告拖到此窗口。</translation>
    </message>
    <message>
        <source>%1 beside %2</source>
        <translation>%1 与 %2 并行</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Slowdown beside the workload: %1 % (95 %: %2).</source>
        <translation>与工作负载并行时减慢：%1 %（95 %：%2）。</translation>
    </message>
    <message>
        <source>Slowdown beside the workload: %1 %, of too few or too uneven runs for an interval.</source>
        <translation>与工作负载并行时减慢：%1 %，运行次数太少或太不均匀，无法给出区间。</translation>
    </message>
    <message>
        <source>Degradation difference to the real mix: %1 points (95 %: %2).</source>
        <translation>与真实混合负载的性能下降之差：%1 个百分点（95 %：%2）。</translation>
    </message>
    <message>
        <source>It was stopped before all runs were made.</source>
        <translation>在所有运行完成之前被停止。</translation>
    </message>
    <message>
        <source>Run %1 %2 does not count: %3</source>
        <translation>第 %1 次运行（%2）不计入：%3</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Settings of the test run</source>
        <translation>测试运行的设置</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::TimelineView</name>
    <message>
        <source>Time since the start</source>
        <translation>开始后的时间</translation>
    </message>
    <message>
        <source>Local time</source>
        <translation>本地时间</translation>
    </message>
    <message>
        <source>DTW distance</source>
        <translation>DTW 距离</translation>
    </message>
    <message numerus="yes">
        <source>%n metric(s)</source>
        <translation>
            <numerusform>%n 个指标</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n core(s)</source>
        <translation>
            <numerusform>%n 个核心</numerusform>
        </translation>
    </message>
    <message>
        <source>Real</source>
        <translation>真实</translation>
    </message>
    <message>
        <source>Emulated</source>
        <translation>仿真</translation>
    </message>
    <message>
        <source>Timelines</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>One lane per metric over time; the real trace is solid, the emulated one dashed.</source>
        <translation>每个指标一条随时间变化的通道；真实轨迹为实线，仿真轨迹为虚线。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n metric(s)</source>
        <translation>
            <numerusform>%1：%n 个指标</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>CPU utilisation of %n core(s)</source>
        <translation>
            <numerusform>%n 个核心的 CPU 利用率</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1: %2 to %3, source: %4</source>
        <translation>%1：%2 至 %3，来源：%4</translation>
    </message>
    <message>
        <source>at the cursor %1</source>
        <translation>光标处 %1</translation>
    </message>
    <message>
        <source>no value at the cursor</source>
        <translation>光标处没有数值</translation>
    </message>
    <message>
        <source>DTW distance %1</source>
        <translation>DTW 距离 %1</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… 另有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>One lane per metric over time; solid: %1, dashed: %2.</source>
        <translation>每个指标一条随时间变化的通道；实线：%1，虚线：%2。</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::TrainPointModel</name>
    <message>
        <source>Step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>训练轮</translation>
    </message>
    <message>
        <source>Time trained</source>
        <translation>训练用时</translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation>训练损失</translation>
    </message>
    <message>
        <source>Held-out loss</source>
        <translation>留出损失</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>梯度范数</translation>
    </message>
    <message>
        <source>The point with the smallest held-out loss, whose weights the model keeps</source>
        <translation>留出损失最小的点，模型保留其权重</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::TrainingCharts</name>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>held out</source>
        <translation>留出</translation>
    </message>
    <message>
        <source>best</source>
        <translation>最佳</translation>
    </message>
    <message>
        <source>gradient norm (right)</source>
        <translation>梯度范数（右）</translation>
    </message>
    <message>
        <source>Loss on simulated samples over steps, logarithmic</source>
        <translation>模拟样本上的损失随步数的变化，对数坐标</translation>
    </message>
    <message>
        <source>Loss over steps, logarithmic</source>
        <translation>损失随步数的变化，对数坐标</translation>
    </message>
    <message>
        <source>Learning rate and gradient norm over steps</source>
        <translation>学习率和梯度范数随步数的变化</translation>
    </message>
    <message>
        <source>learning rate (left)</source>
        <translation>学习率（左）</translation>
    </message>
    <message>
        <source>learning rate (left, × %1)</source>
        <translation>学习率（左，× %1）</translation>
    </message>
    <message>
        <source>Training on simulated samples</source>
        <translation>在模拟样本上的训练</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>%1, nothing held out measured yet</source>
        <translation>%1，尚无留出测量</translation>
    </message>
    <message>
        <source>%1, best held-out loss %2 at step %3</source>
        <translation>%1，最佳留出损失 %2，位于第 %3 步</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::TrainingForm</name>
    <message>
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Data sets (*.h5 *.hdf5)</source>
        <translation>数据集 (*.h5 *.hdf5)</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Models (*.safetensors)</source>
        <translation>模型 (*.safetensors)</translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <translation>训练的进度</translation>
    </message>
    <message>
        <source>Forget the training that was stopped</source>
        <translation>舍弃已停止的训练</translation>
    </message>
    <message>
        <source>Keep what was learnt so far, to be continued</source>
        <translation>保留已学到的内容，以便继续</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>无限制</translation>
    </message>
    <message>
        <source>&amp;Data set:</source>
        <translation>数据集(&amp;D)：</translation>
    </message>
    <message>
        <source>M&amp;odel:</source>
        <translation>模型(&amp;O)：</translation>
    </message>
    <message>
        <source>A&amp;rchitecture:</source>
        <translation>架构(&amp;R)：</translation>
    </message>
    <message>
        <source>The set transformer knows CPUs of a socket as interchangeable; the U-Net is the paper&apos;s network</source>
        <translation>Set Transformer 把同一插槽的 CPU 视为可互换；U-Net 是论文中的网络</translation>
    </message>
    <message>
        <source>&amp;Time limit:</source>
        <translation>时间限制(&amp;T)：</translation>
    </message>
    <message>
        <source>Training ends after this time, or after the epochs; the learning rate falls towards the end</source>
        <translation>训练在此时间后或训练轮数完成后结束；学习率在接近结束时下降</translation>
    </message>
    <message>
        <source>E&amp;pochs:</source>
        <translation>训练轮数(&amp;P)：</translation>
    </message>
    <message>
        <source>Times every sample is seen</source>
        <translation>每个样本被学习的次数</translation>
    </message>
    <message>
        <source>&amp;Batch:</source>
        <translation>批大小(&amp;B)：</translation>
    </message>
    <message>
        <source>Samples per step</source>
        <translation>每步的样本数</translation>
    </message>
    <message>
        <source>S&amp;eed:</source>
        <translation>种子(&amp;E)：</translation>
    </message>
    <message>
        <source>Of weights, split, order and noise</source>
        <translation>用于权重、划分、顺序和噪声</translation>
    </message>
    <message>
        <source>Reading the data set…</source>
        <translation>正在读取数据集…</translation>
    </message>
    <message>
        <source>Continue training</source>
        <translation>继续训练</translation>
    </message>
    <message>
        <source>Train again</source>
        <translation>重新训练</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>No data set is installed for this machine yet: collect training data (menu Workload), or choose a file.</source>
        <translation>本机尚未安装数据集：请采集训练数据（菜单“工作负载”），或选择文件。</translation>
    </message>
    <message>
        <source>There is no such data set.</source>
        <translation>没有这个数据集。</translation>
    </message>
    <message>
        <source>The machine is being measured; training waits for that.</source>
        <translation>正在测量机器；训练将等待其完成。</translation>
    </message>
    <message>
        <source>A training of this model was stopped and can go on.</source>
        <translation>此模型的一次训练被停止，可以继续。</translation>
    </message>
    <message>
        <source>Training replaces the model when it is done.</source>
        <translation>训练完成后会替换模型。</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::TrainingPanel</name>
    <message>
        <source>utilisation of each CPU</source>
        <translation>各 CPU 的利用率</translation>
    </message>
    <message>
        <source>Stressors: %1.</source>
        <translation>压力源：%1。</translation>
    </message>
    <message>
        <source>Metrics: %1.</source>
        <translation>指标：%1。</translation>
    </message>
    <message>
        <source>%1 is not followed: %2.</source>
        <translation>未跟踪 %1：%2。</translation>
    </message>
    <message>
        <source>Its forward model is off by %1 of the ranges on held-out samples.</source>
        <translation>其前向模型在留出样本上的偏差为范围的 %1。</translation>
    </message>
    <message>
        <source>Machine: %1.</source>
        <translation>机器：%1。</translation>
    </message>
    <message>
        <source>It was aligned by executing %L1 windows on: %2.</source>
        <translation>它通过执行 %L1 个窗口完成了对齐，机器：%2。</translation>
    </message>
    <message>
        <source>%1, the log of an alignment</source>
        <translation>%1，对齐日志</translation>
    </message>
    <message>
        <source>%1, the log of a training</source>
        <translation>%1，训练日志</translation>
    </message>
    <message>
        <source>%1, unfinished</source>
        <translation>%1，未完成</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Align</source>
        <translation>对齐</translation>
    </message>
    <message>
        <source>Which curves are shown</source>
        <translation>显示哪些曲线</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Alignment</source>
        <translation>对齐</translation>
    </message>
    <message>
        <source>Curves begin with the first measurement of the held-out loss.</source>
        <translation>首次测量留出损失后开始显示曲线。</translation>
    </message>
    <message>
        <source>Curves begin with the first execution of the held-out windows.</source>
        <translation>首次执行留出窗口后开始显示曲线。</translation>
    </message>
    <message>
        <source>A model learns from the data set of a machine which compositions of stressors bring about which metrics; the diffusion method then draws compositions from it. Train one here, or drop a model&apos;s file or the log of a training or alignment that runs elsewhere on this window to see how it goes.</source>
        <translation>模型从机器的数据集中学习哪些压力源组合会产生哪些指标；扩散方法再从中抽取组合。可在此训练模型，也可把模型文件或在别处进行的训练或对齐的日志拖到此窗口，查看其进展。</translation>
    </message>
    <message>
        <source>SIMULATED: its plans were executed on no real machine.</source>
        <translation>模拟：其计划没有在真实机器上执行。</translation>
    </message>
    <message>
        <source>SIMULATED: it learnt from measurements of no real machine.</source>
        <translation>模拟：它学习的测量不是来自真实机器。</translation>
    </message>
    <message>
        <source>Last and best point of the alignment</source>
        <translation>对齐的最近点和最佳点</translation>
    </message>
    <message>
        <source>Last and best point of the training</source>
        <translation>训练的最近点和最佳点</translation>
    </message>
    <message>
        <source>Settings of the training</source>
        <translation>训练的设置</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::VersionComparison</name>
    <message>
        <source>%1 (from simulated data)</source>
        <translation>%1（来自模拟数据）</translation>
    </message>
    <message>
        <source>not scored</source>
        <translation>未评分</translation>
    </message>
    <message>
        <source>First version</source>
        <translation>第一个版本</translation>
    </message>
    <message>
        <source>Second version</source>
        <translation>第二个版本</translation>
    </message>
    <message>
        <source>There are no two versions of a plan yet. A version begins when a plan is generated, opened, refined or edited.</source>
        <translation>计划还没有两个版本。生成、打开、改进或编辑计划时会产生一个版本。</translation>
    </message>
    <message>
        <source>&amp;First:</source>
        <translation>第一个(&amp;F)：</translation>
    </message>
    <message>
        <source>&amp;Second:</source>
        <translation>第二个(&amp;S)：</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Second less first (orange: more in the second; blue: less)</source>
        <translation>第二个减第一个（橙色：第二个更多；蓝色：更少）</translation>
    </message>
    <message>
        <source>Mean DTW distance: %1 and %2</source>
        <translation>平均 DTW 距离：%1 和 %2</translation>
    </message>
    <message>
        <source>; %1 and %2 windows on %3 and %4 CPUs</source>
        <translation>；%1 和 %2 个窗口，%3 和 %4 个 CPU</translation>
    </message>
    <message numerus="yes">
        <source>; %n window(s) differ</source>
        <translation>
            <numerusform>；%n 个窗口不同</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::VersionModel</name>
    <message>
        <source>%1 (simulated)</source>
        <translation>%1（模拟）</translation>
    </message>
    <message>
        <source>Plan: %1</source>
        <translation>计划：%1</translation>
    </message>
    <message>
        <source>Emulation: %1</source>
        <translation>仿真：%1</translation>
    </message>
    <message>
        <source>It was not run yet, so there is nothing to compare.</source>
        <translation>尚未运行，因此没有可比较的内容。</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>MEAN</source>
        <translation>平均</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::VersionsPanel</name>
    <message>
        <source>Add &amp;baselines</source>
        <translation>添加基线(&amp;B)</translation>
    </message>
    <message>
        <source>Run &amp;all</source>
        <translation>全部运行(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>重命名(&amp;N)</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>移除(&amp;M)</translation>
    </message>
    <message>
        <source>Every plan that is made or opened for this trace, and every run of it, becomes a version here, to be put back, compared and drawn beside the others.</source>
        <translation>为此轨迹制作或打开的每个计划及其每次运行，都会在这里成为一个版本，可以恢复、比较并与其他版本并排绘制。</translation>
    </message>
    <message>
        <source>Versions of the plan with their distances to the real trace</source>
        <translation>计划的各版本及其与真实轨迹的距离</translation>
    </message>
    <message>
        <source>Show this version</source>
        <translation>显示此版本</translation>
    </message>
    <message>
        <source>Give this version another name</source>
        <translation>为此版本另起名称</translation>
    </message>
    <message>
        <source>Forget this version; files stay</source>
        <translation>舍弃此版本；文件会保留</translation>
    </message>
    <message>
        <source>Make a plan by every method that works from the data set, to compare with</source>
        <translation>用每种基于数据集的方法各制作一个计划，用于比较</translation>
    </message>
    <message>
        <source>Run every version here that was not run yet, one after the other</source>
        <translation>依次运行这里尚未运行的每个版本</translation>
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
        <translation>把资源使用轨迹变成工作负载，使机器看起来像在运行被记录的应用，并衡量其效果。</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Open a trace…</source>
        <translation>打开轨迹…</translation>
    </message>
    <message>
        <source>HPCPerfStats, pqos, CSV or HDF5, also packed with gzip. Files can be dropped on the window too.</source>
        <translation>HPCPerfStats、pqos、CSV 或 HDF5，也可用 gzip 压缩。也可以把文件拖到窗口上。</translation>
    </message>
    <message>
        <source>Record this machine…</source>
        <translation>记录本机…</translation>
    </message>
    <message>
        <source>Records what runs here now, or a command&apos;s run, as a trace.</source>
        <translation>把这里正在运行的或某个命令的运行记录为轨迹。</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>打开示例</translation>
    </message>
    <message>
        <source>A trace of real applications, to look around without data of your own.</source>
        <translation>真实应用的轨迹，没有自己的数据也能四处看看。</translation>
    </message>
    <message>
        <source>Opened last</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>Files you open are listed here, so that you find them again.</source>
        <translation>您打开的文件会列在这里，便于再次找到。</translation>
    </message>
    <message>
        <source>From a trace to a workload</source>
        <translation>从轨迹到工作负载</translation>
    </message>
    <message>
        <source>1. Look</source>
        <translation>1. 查看</translation>
    </message>
    <message>
        <source>Open a trace: every metric on one time axis.</source>
        <translation>打开轨迹：所有指标在同一时间轴上。</translation>
    </message>
    <message>
        <source>2. Generate</source>
        <translation>2. 生成</translation>
    </message>
    <message>
        <source>Make a plan of stressors that imitates it on this machine.</source>
        <translation>制作在本机上模仿它的压力源计划。</translation>
    </message>
    <message>
        <source>3. Run</source>
        <translation>3. 运行</translation>
    </message>
    <message>
        <source>Execute the plan here; what happens is recorded and scored.</source>
        <translation>在此执行计划；过程会被记录并评分。</translation>
    </message>
    <message>
        <source>4. Export</source>
        <translation>4. 导出</translation>
    </message>
    <message>
        <source>Write one file that runs the workload anywhere.</source>
        <translation>写出一个能在任何地方运行工作负载的文件。</translation>
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
        <translation>正在打开 %1</translation>
    </message>
    <message numerus="yes">
        <source>Opening %n file(s)</source>
        <translation>
            <numerusform>正在打开 %n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>Scoring</source>
        <translation>正在评分</translation>
    </message>
    <message>
        <source>Opening the calibration</source>
        <translation>正在打开校准</translation>
    </message>
    <message>
        <source>Calibrating</source>
        <translation>正在校准</translation>
    </message>
    <message>
        <source>The stressors of this machine are calibrated.</source>
        <translation>本机的压力源已校准。</translation>
    </message>
    <message>
        <source>run in progress</source>
        <translation>进行中的运行</translation>
    </message>
    <message>
        <source>Running %1</source>
        <translation>正在运行 %1</translation>
    </message>
    <message>
        <source>Exporting %1</source>
        <translation>正在导出 %1</translation>
    </message>
    <message>
        <source>%1 was written.</source>
        <translation>%1 已写出。</translation>
    </message>
    <message>
        <source>Collecting training data</source>
        <translation>正在采集训练数据</translation>
    </message>
    <message numerus="yes">
        <source>Training data collected: %n sample(s); %1.</source>
        <translation>
            <numerusform>已采集训练数据：%n 个样本；%1。</numerusform>
        </translation>
    </message>
    <message>
        <source>They are simulated.</source>
        <translation>它们是模拟的。</translation>
    </message>
    <message>
        <source>Other work took %1 points of every CPU meanwhile; collect again when the machine is quiet.</source>
        <translation>其间其他任务占用了每个 CPU 的 %1 个百分点；请在机器空闲时重新采集。</translation>
    </message>
    <message>
        <source>Opening the data set</source>
        <translation>正在打开数据集</translation>
    </message>
    <message numerus="yes">
        <source>The trace has %n CPU(s) and the model %1; fitting averages or repeats them.</source>
        <translation>
            <numerusform>该轨迹有 %n 个 CPU，而模型有 %1 个；适配会对它们取平均或重复。</numerusform>
        </translation>
    </message>
    <message>
        <source>The model uses stressors this program does not have, which fitting leaves out: %1.</source>
        <translation>模型使用了本程序没有的压力源，适配时会略去：%1。</translation>
    </message>
    <message>
        <source>Generating a plan (%1)</source>
        <translation>正在生成计划 (%1)</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>没有文件 %1。</translation>
    </message>
    <message>
        <source>Opening the model</source>
        <translation>正在打开模型</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>正在训练</translation>
    </message>
    <message>
        <source>The model %1 is trained.</source>
        <translation>模型 %1 已训练。</translation>
    </message>
    <message>
        <source>Aligning</source>
        <translation>正在对齐</translation>
    </message>
    <message>
        <source>The model %1 is aligned.</source>
        <translation>模型 %1 已对齐。</translation>
    </message>
    <message>
        <source>Refining %1</source>
        <translation>正在改进 %1</translation>
    </message>
    <message>
        <source>%1 was not opened: it would take the place of the recording in progress. Stop that first.</source>
        <translation>未打开 %1：它会取代进行中的记录。请先停止该记录。</translation>
    </message>
    <message>
        <source>interrupted run</source>
        <translation>中断的运行</translation>
    </message>
    <message>
        <source>recording in progress</source>
        <translation>进行中的记录</translation>
    </message>
    <message>
        <source>this machine</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Recording %1</source>
        <translation>正在记录 %1</translation>
    </message>
    <message>
        <source>interrupted recording</source>
        <translation>中断的记录</translation>
    </message>
    <message>
        <source>Its format has no place for %1; export the real trace to a .h5 file to keep everything.</source>
        <translation>其格式无法存放 %1；要保留全部内容，请把真实轨迹导出到 .h5 文件。</translation>
    </message>
    <message>
        <source>The command ended with exit code %1; its recording is complete.</source>
        <translation>命令以退出码 %1 结束；其记录是完整的。</translation>
    </message>
    <message>
        <source>Making a part of the plan anew (%1)</source>
        <translation>正在重新生成计划的一部分 (%1)</translation>
    </message>
    <message>
        <source>Make anew by %1%2</source>
        <translation>重新生成：%1%2</translation>
    </message>
    <message>
        <source>Testing %1</source>
        <translation>正在测试 %1</translation>
    </message>
</context>
</TS>
