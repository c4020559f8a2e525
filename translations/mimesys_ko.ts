<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>Collection</name>
    <message>
        <source>it has the samples that were wanted</source>
        <translation>원하던 샘플을 모두 얻었습니다</translation>
    </message>
    <message>
        <source>the time it was given is over</source>
        <translation>주어진 시간이 다 되었습니다</translation>
    </message>
    <message>
        <source>the last rounds brought next to nothing new</source>
        <translation>최근 라운드에서 새로 얻은 것이 거의 없습니다</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
    <message>
        <source>About Mimesys Studio</source>
        <translation>Mimesys Studio 정보</translation>
    </message>
    <message>
        <source>Mimesys Studio %1</source>
        <translation>Mimesys Studio %1</translation>
    </message>
    <message>
        <source>Turns a resource-usage trace into an executable workload that makes a machine look as if the traced applications were running on it.

This program is free software under the GNU General Public License, version 3 or later; it comes without any warranty.</source>
        <translation>자원 사용 트레이스를, 기록된 애플리케이션이 실행 중인 것처럼 머신을 보이게 하는 실행 가능한 워크로드로 바꿉니다.

이 프로그램은 GNU General Public License 버전 3 이상의 조건에 따르는 자유 소프트웨어이며, 어떠한 보증도 제공하지 않습니다.</translation>
    </message>
    <message>
        <source>Work is in progress</source>
        <translation>작업이 진행 중입니다</translation>
    </message>
    <message>
        <source>Stop what is running and close the window?</source>
        <translation>실행 중인 것을 멈추고 창을 닫을까요?</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>중지하고 닫기</translation>
    </message>
    <message>
        <source>A stopped collection keeps its finished rounds, a stopped calibration its stressors, a stopped training what was learnt; a recording is written to the file that was named for it. A run, and a recording without a file, are lost.</source>
        <translation>중지한 수집은 끝난 라운드를, 중지한 보정은 측정한 스트레서를, 중지한 학습은 배운 내용을 보존합니다. 기록은 지정한 파일에 저장됩니다. 실행과 파일이 지정되지 않은 기록은 사라집니다.</translation>
    </message>
    <message>
        <source>Traces, plans, sessions, calibrations and models (*.h5 *.hdf5 *.csv *.txt *.log *.gz *.mimesys *.json *.safetensors)</source>
        <translation>트레이스, 계획, 세션, 보정, 모델 (*.h5 *.hdf5 *.csv *.txt *.log *.gz *.mimesys *.json *.safetensors)</translation>
    </message>
    <message>
        <source>Export a picture</source>
        <translation>그림 내보내기</translation>
    </message>
    <message>
        <source>Picture as on screen (*.png)</source>
        <translation>화면과 같은 그림 (*.png)</translation>
    </message>
    <message>
        <source>Picture, twice as fine, for print (*.png)</source>
        <translation>두 배 해상도 그림, 인쇄용 (*.png)</translation>
    </message>
    <message>
        <source>Picture, four times as fine, for posters (*.png)</source>
        <translation>네 배 해상도 그림, 포스터용 (*.png)</translation>
    </message>
    <message>
        <source>Lines for a drawing program or the web (*.svg)</source>
        <translation>벡터 그림, 그리기 프로그램이나 웹용 (*.svg)</translation>
    </message>
    <message>
        <source>Document (*.pdf)</source>
        <translation>문서 (*.pdf)</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>저장하지 않은 변경</translation>
    </message>
    <message>
        <source>Save the changes to the session %1?</source>
        <translation>세션 %1의 변경 내용을 저장할까요?</translation>
    </message>
    <message>
        <source>Plans and recordings that were made here and not exported exist in the session only.</source>
        <translation>여기서 만들고 내보내지 않은 계획과 기록은 세션에만 있습니다.</translation>
    </message>
</context>
<context>
    <name>EditJob</name>
    <message>
        <source>%1 (edited)</source>
        <translation>%1(편집됨)</translation>
    </message>
</context>
<context>
    <name>EditTexts</name>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>Trim%1</source>
        <translation>구간만 남기기%1</translation>
    </message>
    <message>
        <source>Cut off%1</source>
        <translation>잘라내기%1</translation>
    </message>
    <message>
        <source>Keep what is before %1</source>
        <translation>%1 이전만 남기기</translation>
    </message>
    <message>
        <source>Keep what is after %1</source>
        <translation>%1 이후만 남기기</translation>
    </message>
    <message>
        <source>Scale %1 by %2%3</source>
        <translation>%1에 %2 곱하기%3</translation>
    </message>
    <message>
        <source>Shift %1 by %2%3</source>
        <translation>%1을(를) %2 이동%3</translation>
    </message>
    <message>
        <source>Repeat %1 times%2</source>
        <translation>%1회 반복%2</translation>
    </message>
    <message>
        <source>Smooth %1 over %2%3</source>
        <translation>%1을(를) %2 폭으로 평활화%3</translation>
    </message>
    <message>
        <source>Mask %1%2</source>
        <translation>%1 가리기%2</translation>
    </message>
    <message>
        <source>Scale %1 by %2</source>
        <translation>%1에 %2 곱하기</translation>
    </message>
    <message>
        <source>Replace %1 by %2</source>
        <translation>%1을(를) %2(으)로 바꾸기</translation>
    </message>
    <message>
        <source>Set %1 to %2</source>
        <translation>%1을(를) %2(으)로 설정</translation>
    </message>
    <message>
        <source>Lock %1</source>
        <translation>%1 잠금</translation>
    </message>
    <message>
        <source>Unlock %1</source>
        <translation>%1 잠금 해제</translation>
    </message>
    <message>
        <source>, %1–%2</source>
        <translation>, %1–%2</translation>
    </message>
    <message>
        <source>end</source>
        <translation>끝</translation>
    </message>
    <message>
        <source>all metrics</source>
        <translation>모든 지표</translation>
    </message>
    <message>
        <source>all stressors</source>
        <translation>모든 스트레서</translation>
    </message>
    <message>
        <source>in window %1</source>
        <translation>(윈도 %1)</translation>
    </message>
    <message>
        <source>in windows %1–%2</source>
        <translation>(윈도 %1–%2)</translation>
    </message>
    <message>
        <source>on CPU %1</source>
        <translation>(CPU %1)</translation>
    </message>
    <message>
        <source>on CPUs %1–%2</source>
        <translation>(CPU %1–%2)</translation>
    </message>
</context>
<context>
    <name>Jobs</name>
    <message>
        <source>Done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>중지됨</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>대체됨</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>earlier</source>
        <translation>앞 시간으로</translation>
    </message>
    <message>
        <source>later</source>
        <translation>뒤 시간으로</translation>
    </message>
    <message>
        <source>less time, at the pointer</source>
        <translation>포인터 위치에서 확대</translation>
    </message>
    <message>
        <source>more time, at the pointer</source>
        <translation>포인터 위치에서 축소</translation>
    </message>
    <message>
        <source>show everything</source>
        <translation>모두 보기</translation>
    </message>
    <message>
        <source>previous view</source>
        <translation>이전 보기</translation>
    </message>
    <message>
        <source>begin of the trace</source>
        <translation>트레이스의 시작</translation>
    </message>
    <message>
        <source>end of the trace</source>
        <translation>트레이스의 끝</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>휠</translation>
    </message>
    <message>
        <source>zoom at the pointer</source>
        <translation>포인터 위치에서 확대/축소</translation>
    </message>
    <message>
        <source>Drag, Shift + wheel</source>
        <translation>끌기, Shift + 휠</translation>
    </message>
    <message>
        <source>move in time</source>
        <translation>시간축 이동</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>두 번 클릭</translation>
    </message>
    <message>
        <source>Wheel over the names, ↑ / ↓, Page Up / Down</source>
        <translation>이름 위에서 휠, ↑ / ↓, Page Up / Down</translation>
    </message>
    <message>
        <source>scroll the lanes</source>
        <translation>레인 스크롤</translation>
    </message>
    <message>
        <source>Click a heading or “cores”</source>
        <translation>제목이나 “코어” 클릭</translation>
    </message>
    <message>
        <source>fold or unfold its lanes</source>
        <translation>해당 레인 접기/펼치기</translation>
    </message>
    <message>
        <source>Click a row of the composition, ↑ / ↓</source>
        <translation>구성의 행 클릭, ↑ / ↓</translation>
    </message>
    <message>
        <source>show that stressor on each CPU</source>
        <translation>그 스트레서를 CPU별로 표시</translation>
    </message>
    <message>
        <source>Keys and mouse</source>
        <translation>키와 마우스</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>하는 일</translation>
    </message>
    <message>
        <source>Keys or mouse</source>
        <translation>키 또는 마우스</translation>
    </message>
    <message>
        <source>In timelines and maps</source>
        <translation>타임라인과 맵에서</translation>
    </message>
    <message>
        <source>With the mouse, and in single views</source>
        <translation>마우스와 개별 보기에서</translation>
    </message>
    <message>
        <source>previous sample</source>
        <translation>이전 샘플</translation>
    </message>
    <message>
        <source>next sample</source>
        <translation>다음 샘플</translation>
    </message>
    <message>
        <source>put measuring cursor A here, or take it away</source>
        <translation>여기에 측정 커서 A 놓기/치우기</translation>
    </message>
    <message>
        <source>put measuring cursor B here, or take it away</source>
        <translation>여기에 측정 커서 B 놓기/치우기</translation>
    </message>
    <message>
        <source>select from here on</source>
        <translation>여기부터 선택</translation>
    </message>
    <message>
        <source>select up to here</source>
        <translation>여기까지 선택</translation>
    </message>
    <message>
        <source>zoom to the selection</source>
        <translation>선택 구간으로 확대</translation>
    </message>
    <message>
        <source>drop the selection, then the measuring cursors</source>
        <translation>선택 구간, 그다음 측정 커서 해제</translation>
    </message>
    <message>
        <source>Ctrl + drag</source>
        <translation>Ctrl + 끌기</translation>
    </message>
    <message>
        <source>zoom to what is framed</source>
        <translation>틀로 잡은 부분으로 확대</translation>
    </message>
    <message>
        <source>Shift + drag, Shift + click</source>
        <translation>Shift + 끌기, Shift + 클릭</translation>
    </message>
    <message>
        <source>select a range of time</source>
        <translation>시간 범위 선택</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>클릭</translation>
    </message>
    <message>
        <source>set the time that keys act on</source>
        <translation>키가 작용할 시각 정하기</translation>
    </message>
    <message>
        <source>Drag a measuring cursor or an end of the selection</source>
        <translation>측정 커서나 선택 구간의 끝 끌기</translation>
    </message>
    <message>
        <source>move it</source>
        <translation>옮기기</translation>
    </message>
    <message>
        <source>Delete, F5 in the list of jobs</source>
        <translation>작업 목록에서 Delete, F5</translation>
    </message>
    <message>
        <source>cancel a job, do it again</source>
        <translation>작업 취소, 다시 실행</translation>
    </message>
</context>
<context>
    <name>LanguageMenu</name>
    <message>
        <source>&amp;System</source>
        <translation>시스템(&amp;S)</translation>
    </message>
    <message>
        <source>Speak the language of the system</source>
        <translation>시스템의 언어를 씁니다</translation>
    </message>
    <message>
        <source>Speak %1 from the next start on</source>
        <translation>다음 시작부터 %1를 씁니다</translation>
    </message>
</context>
<context>
    <name>Machines</name>
    <message>
        <source>This machine</source>
        <translation>이 머신</translation>
    </message>
    <message>
        <source>Simulated %1</source>
        <translation>시뮬레이션 %1</translation>
    </message>
</context>
<context>
    <name>Method</name>
    <message>
        <source>Diffusion</source>
        <translation>확산</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>탐색</translation>
    </message>
    <message>
        <source>Interpolation</source>
        <translation>보간</translation>
    </message>
    <message>
        <source>Single stressor</source>
        <translation>단일 스트레서</translation>
    </message>
    <message>
        <source>%1 plan</source>
        <translation>%1 계획</translation>
    </message>
</context>
<context>
    <name>Metric</name>
    <message>
        <source>CPU, socket %1</source>
        <translation>CPU, 소켓 %1</translation>
    </message>
    <message>
        <source>CPU utilisation</source>
        <translation>CPU 사용률</translation>
    </message>
    <message>
        <source>Instr. per cycle</source>
        <translation>사이클당 명령어</translation>
    </message>
    <message>
        <source>Memory read</source>
        <translation>메모리 읽기</translation>
    </message>
    <message>
        <source>Memory write</source>
        <translation>메모리 쓰기</translation>
    </message>
    <message>
        <source>Memory traffic</source>
        <translation>메모리 트래픽</translation>
    </message>
    <message>
        <source>Local memory traffic</source>
        <translation>로컬 메모리 트래픽</translation>
    </message>
    <message>
        <source>Memory used</source>
        <translation>메모리 사용량</translation>
    </message>
    <message>
        <source>Cache references</source>
        <translation>캐시 참조</translation>
    </message>
    <message>
        <source>Cache misses</source>
        <translation>캐시 미스</translation>
    </message>
    <message>
        <source>Cache occupancy</source>
        <translation>캐시 점유량</translation>
    </message>
    <message>
        <source>Disk read</source>
        <translation>디스크 읽기</translation>
    </message>
    <message>
        <source>Disk write</source>
        <translation>디스크 쓰기</translation>
    </message>
    <message>
        <source>Network in</source>
        <translation>네트워크 수신</translation>
    </message>
    <message>
        <source>Network out</source>
        <translation>네트워크 송신</translation>
    </message>
    <message>
        <source>CPU pressure</source>
        <translation>CPU 압력</translation>
    </message>
    <message>
        <source>Memory pressure</source>
        <translation>메모리 압력</translation>
    </message>
    <message>
        <source>I/O pressure</source>
        <translation>I/O 압력</translation>
    </message>
    <message>
        <source>Context switches</source>
        <translation>컨텍스트 전환</translation>
    </message>
    <message>
        <source>Page faults</source>
        <translation>페이지 폴트</translation>
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
        <translation>메모리</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>캐시</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>디스크</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>네트워크</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>기타</translation>
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
        <translation>%1. 대상: %2, %3, %4. 학습 데이터: %5.</translation>
    </message>
    <message numerus="yes">
        <source>%n CPU(s)</source>
        <translation>
            <numerusform>CPU %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stressor(s)</source>
        <translation>
            <numerusform>스트레서 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n metric(s)</source>
        <translation>
            <numerusform>지표 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 simulated samples</source>
        <translation>시뮬레이션 샘플 %1개</translation>
    </message>
    <message>
        <source>%1 measured samples</source>
        <translation>측정 샘플 %1개</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>There is not enough memory for this; close something or use a smaller input.</source>
        <translation>메모리가 부족합니다. 다른 것을 닫거나 더 작은 입력을 쓰세요.</translation>
    </message>
    <message>
        <source>Unexpected failure: %1.</source>
        <translation>예기치 않은 오류: %1.</translation>
    </message>
</context>
<context>
    <name>Record</name>
    <message>
        <source>recorded %1 s</source>
        <translation>%1초 기록함</translation>
    </message>
    <message>
        <source>recorded %1</source>
        <translation>기록 %1</translation>
    </message>
    <message>
        <source>The duration is shorter than half a period; record for longer, or shorten the period.</source>
        <translation>지속 시간이 주기의 절반보다 짧습니다. 더 길게 기록하거나 주기를 줄이세요.</translation>
    </message>
    <message>
        <source>This format has no place for any metric that can be recorded here; choose a name that ends in .h5.</source>
        <translation>이 형식에는 여기서 기록할 수 있는 지표를 하나도 담을 수 없습니다. .h5로 끝나는 이름을 고르세요.</translation>
    </message>
</context>
<context>
    <name>Refine</name>
    <message>
        <source>%1, round %2</source>
        <translation>%1, 라운드 %2</translation>
    </message>
    <message>
        <source>round %1 on this machine</source>
        <translation>이 머신에서 실행한 라운드 %1</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>the real trace</source>
        <translation>실제 트레이스</translation>
    </message>
    <message>
        <source>the emulation</source>
        <translation>에뮬레이션</translation>
    </message>
    <message>
        <source>what the plan was made from</source>
        <translation>계획의 바탕이 된 것</translation>
    </message>
    <message>
        <source>SIMULATED: %1. Nothing of that was measured on a machine.</source>
        <translation>시뮬레이션: %1. 이 중 어느 것도 머신에서 측정되지 않았습니다.</translation>
    </message>
    <message>
        <source>Shown are %1 to %2 of %3.</source>
        <translation>전체 %3 중 %1부터 %2까지 표시합니다.</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>점수</translation>
    </message>
    <message>
        <source>mean DTW distance over the families; 0 is identical, 0.1 about 10 %</source>
        <translation>계열별 DTW 거리의 평균. 0은 동일, 0.1은 약 10 %</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>계열</translation>
    </message>
    <message>
        <source>DTW</source>
        <translation>DTW</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>지표</translation>
    </message>
    <message>
        <source>Real from</source>
        <translation>실제 출처</translation>
    </message>
    <message>
        <source>Emulated from</source>
        <translation>에뮬레이션 출처</translation>
    </message>
    <message>
        <source>RMSE</source>
        <translation>RMSE</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>범위</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>결측</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>버전</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>계획</translation>
    </message>
    <message>
        <source>Emulation</source>
        <translation>에뮬레이션</translation>
    </message>
    <message>
        <source>Mean DTW</source>
        <translation>평균 DTW</translation>
    </message>
    <message>
        <source>%1 (simulated)</source>
        <translation>%1(시뮬레이션)</translation>
    </message>
    <message>
        <source>%1, shown above</source>
        <translation>%1, 위에 표시됨</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>버전</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>대상</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>프로세서</translation>
    </message>
    <message>
        <source>CPUs</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Sockets</source>
        <translation>소켓</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>커널</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>지문</translation>
    </message>
    <message>
        <source>Real trace</source>
        <translation>실제 트레이스</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>머신</translation>
    </message>
    <message>
        <source>The files name no machine.</source>
        <translation>파일에 머신 정보가 없습니다.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>none; it exists in the studio or its session only</source>
        <translation>없음. 스튜디오나 세션에만 있습니다</translation>
    </message>
    <message>
        <source>Content (XXH3)</source>
        <translation>내용(XXH3)</translation>
    </message>
    <message>
        <source>the file is no longer there</source>
        <translation>파일이 더 이상 없습니다</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>값</translation>
    </message>
    <message>
        <source>SIMULATED</source>
        <translation>시뮬레이션</translation>
    </message>
    <message>
        <source>recorded</source>
        <translation>기록됨</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>지속 시간</translation>
    </message>
    <message>
        <source>Made from</source>
        <translation>바탕</translation>
    </message>
    <message>
        <source>SIMULATED measurements</source>
        <translation>시뮬레이션 측정값</translation>
    </message>
    <message>
        <source>measurements</source>
        <translation>측정값</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Generator</source>
        <translation>생성기</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>참고</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>Provenance</source>
        <translation>생성 이력</translation>
    </message>
    <message>
        <source>Written by Mimesys Studio %1.</source>
        <translation>Mimesys Studio %1이(가) 작성했습니다.</translation>
    </message>
</context>
<context>
    <name>ResourceClass</name>
    <message>
        <source>compute</source>
        <translation>연산</translation>
    </message>
    <message>
        <source>cache</source>
        <translation>캐시</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>disk</source>
        <translation>디스크</translation>
    </message>
    <message>
        <source>network</source>
        <translation>네트워크</translation>
    </message>
    <message>
        <source>kernel</source>
        <translation>커널</translation>
    </message>
    <message>
        <source>other</source>
        <translation>기타</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>유휴</translation>
    </message>
</context>
<context>
    <name>Response</name>
    <message>
        <source>not measured</source>
        <translation>측정되지 않음</translation>
    </message>
    <message>
        <source>no change beyond chance</source>
        <translation>우연을 넘는 변화 없음</translation>
    </message>
    <message>
        <source>no change at full dose, but in between</source>
        <translation>최대 용량에서는 변화 없음, 중간에서는 있음</translation>
    </message>
    <message>
        <source>%1 at full dose</source>
        <translation>최대 용량에서 %1</translation>
    </message>
    <message>
        <source>%1, not monotone</source>
        <translation>%1, 단조 아님</translation>
    </message>
    <message>
        <source>%1, monotone</source>
        <translation>%1, 단조</translation>
    </message>
    <message>
        <source>%1, 90 % of it from dose %2 % on</source>
        <translation>%1, 용량 %2 %부터 그 90 %</translation>
    </message>
</context>
<context>
    <name>Run</name>
    <message>
        <source>run on this machine</source>
        <translation>이 머신에서 실행</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>%1 is missing; it was %2. Put it back, or open it from where it is now.</source>
        <translation>%1이(가) 없습니다. 있던 곳: %2. 되돌려 놓거나 지금 있는 곳에서 여세요.</translation>
    </message>
    <message>
        <source>%1 has changed since the session was saved; it is shown as it is now.</source>
        <translation>세션을 저장한 뒤 %1이(가) 바뀌었습니다. 지금 상태로 표시합니다.</translation>
    </message>
</context>
<context>
    <name>StressorClass</name>
    <message>
        <source>Compute</source>
        <translation>연산</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>캐시</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>디스크</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>네트워크</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>커널</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>유휴</translation>
    </message>
</context>
<context>
    <name>TestRun</name>
    <message>
        <source>alone</source>
        <translation>단독</translation>
    </message>
    <message>
        <source>beside the workload</source>
        <translation>워크로드와 함께</translation>
    </message>
    <message>
        <source>beside the real mix</source>
        <translation>실제 믹스와 함께</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 ~ %2</translation>
    </message>
</context>
<context>
    <name>TimeAxis</name>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>not available</source>
        <translation>사용 불가</translation>
    </message>
    <message>
        <source>no effect</source>
        <translation>영향 없음</translation>
    </message>
    <message>
        <source>monotone</source>
        <translation>단조</translation>
    </message>
    <message>
        <source>not monotone</source>
        <translation>단조 아님</translation>
    </message>
</context>
<context>
    <name>WhyNot</name>
    <message>
        <source>something else is running; stop it or wait for its end.</source>
        <translation>다른 것이 실행 중입니다. 중지하거나 끝날 때까지 기다리세요.</translation>
    </message>
    <message>
        <source>open a trace first.</source>
        <translation>먼저 트레이스를 여세요.</translation>
    </message>
    <message>
        <source>open a plan or generate one first.</source>
        <translation>먼저 계획을 열거나 생성하세요.</translation>
    </message>
    <message>
        <source>run the plan or open the recording of an emulation first.</source>
        <translation>먼저 계획을 실행하거나 에뮬레이션 기록을 여세요.</translation>
    </message>
    <message>
        <source>the whole trace is shown already.</source>
        <translation>이미 트레이스 전체가 보입니다.</translation>
    </message>
    <message>
        <source>nothing is running.</source>
        <translation>실행 중인 것이 없습니다.</translation>
    </message>
    <message>
        <source>there is no score yet.</source>
        <translation>아직 점수가 없습니다.</translation>
    </message>
    <message>
        <source>there is no earlier view.</source>
        <translation>이전 보기가 없습니다.</translation>
    </message>
    <message>
        <source>nothing is open that could be saved.</source>
        <translation>저장할 것이 열려 있지 않습니다.</translation>
    </message>
    <message>
        <source>there is no test run yet.</source>
        <translation>아직 시험 실행이 없습니다.</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Shows resource-usage traces, the plans that imitate them and how close they come.</source>
        <translation>자원 사용 트레이스와 이를 흉내 내는 계획, 그리고 둘이 얼마나 가까운지를 보여 줍니다.</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Recording of an emulation of the trace.</source>
        <translation>트레이스의 에뮬레이션 기록.</translation>
    </message>
    <message>
        <source>Execution plan.</source>
        <translation>실행 계획.</translation>
    </message>
    <message>
        <source>Training data to generate from, instead of what is installed for this machine.</source>
        <translation>이 머신에 설치된 것 대신 생성에 쓸 학습 데이터.</translation>
    </message>
    <message>
        <source>Model to generate with, instead of the one installed for this machine: a file, or simulated-c220g2.</source>
        <translation>이 머신에 설치된 것 대신 생성에 쓸 모델: 파일 또는 simulated-c220g2.</translation>
    </message>
    <message>
        <source>Folder for the disk stressors&apos; scratch files.</source>
        <translation>디스크 스트레서의 임시 파일을 둘 폴더.</translation>
    </message>
    <message>
        <source>FOLDER</source>
        <translation>폴더</translation>
    </message>
    <message>
        <source>Print the line “ready” when the window is painted and the files are open.</source>
        <translation>창이 그려지고 파일이 열리면 “ready” 줄을 출력합니다.</translation>
    </message>
    <message>
        <source>Language of this start: %1. View &gt; Language keeps one.</source>
        <translation>이번 시작의 언어: %1. 계속 쓰려면 보기 &gt; 언어에서 고릅니다.</translation>
    </message>
    <message>
        <source>LANGUAGE</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>There is no language “%1”: choose one of %2.
</source>
        <translation>“%1”이라는 언어가 없습니다. 다음 중에서 고르세요: %2.
</translation>
    </message>
    <message>
        <source>Write what a window would show to the file of --output and end; needs no display.</source>
        <translation>창에 보일 내용을 --output의 파일에 쓰고 끝냅니다. 디스플레이가 필요 없습니다.</translation>
    </message>
    <message>
        <source>With --render: a .png, .svg or .pdf picture, an .html report, or the visible values as .csv.</source>
        <translation>--render와 함께: .png, .svg, .pdf 그림, .html 보고서 또는 보이는 값의 .csv.</translation>
    </message>
    <message>
        <source>With --render: size of a picture, in pixels.</source>
        <translation>--render와 함께: 그림의 크기(픽셀).</translation>
    </message>
    <message>
        <source>With --render: how many times as fine a .png is.</source>
        <translation>--render와 함께: .png의 해상도 배수.</translation>
    </message>
    <message>
        <source>With --render: light or dark.</source>
        <translation>--render와 함께: light 또는 dark.</translation>
    </message>
    <message>
        <source>With --render: print JSON.</source>
        <translation>--render와 함께: JSON을 출력합니다.</translation>
    </message>
    <message>
        <source>Name a .png, .svg, .pdf, .csv or .html file to write to with --output.</source>
        <translation>--output으로 쓸 .png, .svg, .pdf, .csv 또는 .html 파일을 지정하세요.</translation>
    </message>
    <message>
        <source>The size is not WIDTHxHEIGHT with %1 to %2 pixels each.</source>
        <translation>크기가 각각 %1~%2픽셀인 너비x높이 형식이 아닙니다.</translation>
    </message>
    <message>
        <source>The scale is not a number from 0.5 to %1.</source>
        <translation>배율이 0.5에서 %1 사이의 숫자가 아닙니다.</translation>
    </message>
    <message>
        <source>The theme is neither light nor dark.</source>
        <translation>테마가 light도 dark도 아닙니다.</translation>
    </message>
    <message>
        <source>Traces, plans and sessions. The first trace is the real one, a second one its emulation.</source>
        <translation>트레이스, 계획, 세션. 첫 번째 트레이스가 실제이고 두 번째는 그 에뮬레이션입니다.</translation>
    </message>
    <message>
        <source>Name a session, or traces and plans, to render.</source>
        <translation>그릴 세션 또는 트레이스와 계획을 지정하세요.</translation>
    </message>
    <message>
        <source>There is nothing to render in these files.</source>
        <translation>이 파일들에는 그릴 것이 없습니다.</translation>
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
        <translation>파일(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>열기(&amp;O)…</translation>
    </message>
    <message>
        <source>Open &amp;emulation…</source>
        <translation>에뮬레이션 열기(&amp;E)…</translation>
    </message>
    <message>
        <source>Open the recording of an emulation and compare it with the real trace</source>
        <translation>에뮬레이션 기록을 열어 실제 트레이스와 비교합니다</translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation>내보내기(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Workload (standalone executable)…</source>
        <translation>워크로드(독립 실행 파일)(&amp;W)…</translation>
    </message>
    <message>
        <source>Write one file that runs the plan on any machine</source>
        <translation>어느 머신에서나 계획을 실행하는 파일 하나를 씁니다</translation>
    </message>
    <message>
        <source>&amp;Plan (HDF5)…</source>
        <translation>계획(HDF5)(&amp;P)…</translation>
    </message>
    <message>
        <source>Write the plan to a file</source>
        <translation>계획을 파일에 씁니다</translation>
    </message>
    <message>
        <source>&amp;Recorded emulation…</source>
        <translation>기록된 에뮬레이션(&amp;R)…</translation>
    </message>
    <message>
        <source>Write the recording of the run</source>
        <translation>실행 기록을 씁니다</translation>
    </message>
    <message>
        <source>&amp;Score (CSV)…</source>
        <translation>점수(CSV)(&amp;S)…</translation>
    </message>
    <message>
        <source>Write the table of distances</source>
        <translation>거리 표를 씁니다</translation>
    </message>
    <message>
        <source>Write what the timelines and maps show</source>
        <translation>타임라인과 맵에 보이는 것을 씁니다</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>종료(&amp;Q)</translation>
    </message>
    <message>
        <source>Close the window and end</source>
        <translation>창을 닫고 종료합니다</translation>
    </message>
    <message>
        <source>&amp;Workload</source>
        <translation>워크로드(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>생성(&amp;G)</translation>
    </message>
    <message>
        <source>Make a plan that imitates the real trace on this machine</source>
        <translation>이 머신에서 실제 트레이스를 흉내 내는 계획을 만듭니다</translation>
    </message>
    <message>
        <source>Generate &amp;with options…</source>
        <translation>옵션으로 생성(&amp;W)…</translation>
    </message>
    <message>
        <source>Choose the method, the model or data set and how plans are drawn</source>
        <translation>방법, 모델이나 데이터 집합, 계획을 뽑는 방식을 고릅니다</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>옵션</translation>
    </message>
    <message>
        <source>&amp;Run here</source>
        <translation>여기서 실행(&amp;R)</translation>
    </message>
    <message>
        <source>Run the plan on this machine, record it and score it</source>
        <translation>이 머신에서 계획을 실행하고 기록하여 점수를 매깁니다</translation>
    </message>
    <message>
        <source>Re&amp;fine here</source>
        <translation>여기서 다듬기(&amp;F)</translation>
    </message>
    <message>
        <source>Execute the plan, correct it where the trace is missed, repeat, and keep the best</source>
        <translation>계획을 실행하고 트레이스와 어긋난 곳을 고치기를 되풀이하여 가장 좋은 것을 남깁니다</translation>
    </message>
    <message>
        <source>Refine</source>
        <translation>다듬기</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>중지(&amp;S)</translation>
    </message>
    <message>
        <source>Stop what is running; what was recorded so far is kept</source>
        <translation>실행 중인 것을 멈춥니다. 지금까지 기록한 것은 남습니다</translation>
    </message>
    <message>
        <source>&amp;Collect training data…</source>
        <translation>학습 데이터 수집(&amp;C)…</translation>
    </message>
    <message>
        <source>Run combinations of stressors to learn what they do to a machine</source>
        <translation>스트레서 조합을 실행하여 머신에 미치는 영향을 배웁니다</translation>
    </message>
    <message>
        <source>C&amp;alibrate stressors</source>
        <translation>스트레서 보정(&amp;A)</translation>
    </message>
    <message>
        <source>Measure what each stressor does to this machine, dose by dose; a stopped one is continued</source>
        <translation>각 스트레서가 이 머신에 미치는 영향을 용량별로 잽니다. 멈춘 것은 이어집니다</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>보기(&amp;V)</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>확대(&amp;I)</translation>
    </message>
    <message>
        <source>Show less time</source>
        <translation>더 짧은 시간을 보입니다</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>축소(&amp;O)</translation>
    </message>
    <message>
        <source>Show more time</source>
        <translation>더 긴 시간을 보입니다</translation>
    </message>
    <message>
        <source>Show &amp;all</source>
        <translation>모두 보기(&amp;A)</translation>
    </message>
    <message>
        <source>Show the whole trace</source>
        <translation>트레이스 전체를 보입니다</translation>
    </message>
    <message>
        <source>&amp;Previous view</source>
        <translation>이전 보기(&amp;P)</translation>
    </message>
    <message>
        <source>Go back to what was shown before</source>
        <translation>전에 보던 곳으로 돌아갑니다</translation>
    </message>
    <message>
        <source>&amp;Clock time on the axis</source>
        <translation>축에 시각 표시(&amp;C)</translation>
    </message>
    <message>
        <source>Label the axis with the local time instead of seconds since the start</source>
        <translation>축에 시작 후 초 대신 현지 시각을 표시합니다</translation>
    </message>
    <message>
        <source>&amp;Stressors of a machine</source>
        <translation>머신의 스트레서(&amp;S)</translation>
    </message>
    <message>
        <source>Show what each stressor does to this machine, metric by metric</source>
        <translation>각 스트레서가 이 머신에 미치는 영향을 지표별로 보입니다</translation>
    </message>
    <message>
        <source>Stressors</source>
        <translation>스트레서</translation>
    </message>
    <message>
        <source>Collect training data, and see how it covers what the machine can do</source>
        <translation>학습 데이터를 수집하고 머신이 할 수 있는 일을 얼마나 덮는지 봅니다</translation>
    </message>
    <message>
        <source>Collect</source>
        <translation>수집</translation>
    </message>
    <message>
        <source>T&amp;raining of a model</source>
        <translation>모델 학습(&amp;R)</translation>
    </message>
    <message>
        <source>Train the model of the diffusion method, and see how trainings went</source>
        <translation>확산 방법의 모델을 학습하고 학습이 어떻게 되었는지 봅니다</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>테마(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>시스템(&amp;S)</translation>
    </message>
    <message>
        <source>Use the colours of the desktop</source>
        <translation>데스크톱의 색을 씁니다</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>밝게(&amp;L)</translation>
    </message>
    <message>
        <source>Use dark text on light ground</source>
        <translation>밝은 바탕에 어두운 글자를 씁니다</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>어둡게(&amp;D)</translation>
    </message>
    <message>
        <source>Use light text on dark ground</source>
        <translation>어두운 바탕에 밝은 글자를 씁니다</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>언어(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>도움말(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Find a command…</source>
        <translation>명령 찾기(&amp;F)…</translation>
    </message>
    <message>
        <source>Search for anything the studio can do, and do it</source>
        <translation>스튜디오가 할 수 있는 모든 것을 찾아 실행합니다</translation>
    </message>
    <message>
        <source>&amp;Keys and mouse</source>
        <translation>키와 마우스(&amp;K)</translation>
    </message>
    <message>
        <source>Show all shortcuts, and what the mouse does in views</source>
        <translation>모든 단축키와 보기에서 마우스가 하는 일을 보입니다</translation>
    </message>
    <message>
        <source>&amp;About Mimesys Studio</source>
        <translation>Mimesys Studio 정보(&amp;A)</translation>
    </message>
    <message>
        <source>Show the version and the licence</source>
        <translation>버전과 라이선스를 보입니다</translation>
    </message>
    <message>
        <source>Main tool bar</source>
        <translation>주 도구 모음</translation>
    </message>
    <message>
        <source>&amp;Method:</source>
        <translation>방법(&amp;M):</translation>
    </message>
    <message>
        <source>Method of generation</source>
        <translation>생성 방법</translation>
    </message>
    <message>
        <source>Diffusion: a trained model draws compositions. Search: the nearest sample of the training data. Interpolation: a mixture of the 100 nearest. Single stressor: one stressor and sleep.</source>
        <translation>확산: 학습된 모델이 구성을 뽑습니다. 탐색: 학습 데이터에서 가장 가까운 샘플입니다. 보간: 가장 가까운 100개를 섞은 것입니다. 단일 스트레서: 스트레서 하나와 슬립입니다.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Coll&amp;ection of training data</source>
        <translation>학습 데이터 수집(&amp;E)</translation>
    </message>
    <message>
        <source>Rea&amp;l trace…</source>
        <translation>실제 트레이스(&amp;L)…</translation>
    </message>
    <message>
        <source>Write the real trace to a file: a recording that has none, or in another format</source>
        <translation>아직 파일이 없는 기록을, 또는 다른 형식으로 실제 트레이스를 파일에 씁니다</translation>
    </message>
    <message>
        <source>R&amp;ecord this machine…</source>
        <translation>이 머신 기록(&amp;E)…</translation>
    </message>
    <message>
        <source>Record what this machine does, or a command&apos;s run, into a trace that is seen as it grows</source>
        <translation>이 머신이 하는 일이나 명령의 실행을 트레이스로 기록하며 쌓이는 것을 봅니다</translation>
    </message>
    <message>
        <source>Open traces, plans and sessions</source>
        <translation>트레이스, 계획, 세션을 엽니다</translation>
    </message>
    <message>
        <source>&amp;Recent files</source>
        <translation>최근 파일(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Save session</source>
        <translation>세션 저장(&amp;S)</translation>
    </message>
    <message>
        <source>Keep what is open and how it is looked at, to go on later</source>
        <translation>열린 것과 보고 있는 방식을 저장하여 나중에 이어서 합니다</translation>
    </message>
    <message>
        <source>Save session &amp;as…</source>
        <translation>다른 이름으로 세션 저장(&amp;A)…</translation>
    </message>
    <message>
        <source>Keep what is open and how it is looked at in another file</source>
        <translation>열린 것과 보고 있는 방식을 다른 파일에 저장합니다</translation>
    </message>
    <message>
        <source>Report of the &amp;test run (JSON)…</source>
        <translation>시험 실행 보고서(JSON)(&amp;T)…</translation>
    </message>
    <message>
        <source>Write the runs and their recordings, to be opened again</source>
        <translation>실행과 그 기록을 나중에 다시 열 수 있게 씁니다</translation>
    </message>
    <message>
        <source>P&amp;icture of the view (PNG, SVG, PDF)…</source>
        <translation>보기 그림(PNG, SVG, PDF)(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Visible values (CSV)…</source>
        <translation>보이는 값(CSV)(&amp;V)…</translation>
    </message>
    <message>
        <source>Write the values of both sides in the selection, else in what is visible</source>
        <translation>선택 구간, 없으면 보이는 부분에서 양쪽의 값을 씁니다</translation>
    </message>
    <message>
        <source>Write plots, scores, machine and provenance as one page</source>
        <translation>그래프, 점수, 머신, 생성 이력을 한 페이지로 씁니다</translation>
    </message>
    <message>
        <source>Compare &amp;versions of the plan</source>
        <translation>계획 버전 비교(&amp;V)</translation>
    </message>
    <message>
        <source>Show two versions of the plan and what differs</source>
        <translation>계획의 두 버전과 차이를 보입니다</translation>
    </message>
    <message>
        <source>Run a command alone and beside a workload, and see how much slower it gets</source>
        <translation>명령을 단독으로, 그리고 워크로드와 함께 실행하여 얼마나 느려지는지 봅니다</translation>
    </message>
    <message>
        <source>Restore &amp;default layout</source>
        <translation>기본 배치로 되돌리기(&amp;D)</translation>
    </message>
    <message>
        <source>Put the panels back where they were at first</source>
        <translation>패널을 처음 자리로 되돌립니다</translation>
    </message>
    <message>
        <source>R&amp;eport (HTML)…</source>
        <translation>보고서(HTML)(&amp;E)…</translation>
    </message>
    <message>
        <source>Test ru&amp;n</source>
        <translation>시험 실행(&amp;N)</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::AlignCharts</name>
    <message>
        <source>± deviation</source>
        <translation>± 편차</translation>
    </message>
    <message>
        <source>executed</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>held out</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>best</source>
        <translation>최고</translation>
    </message>
    <message>
        <source>divergence (left)</source>
        <translation>발산(왼쪽)</translation>
    </message>
    <message>
        <source>forward error (right)</source>
        <translation>순방향 오차(오른쪽)</translation>
    </message>
    <message>
        <source>Divergence from the first model and error of the forward model over iterations</source>
        <translation>반복에 따른 첫 모델과의 발산 및 순방향 모델의 오차</translation>
    </message>
    <message>
        <source>Reward of simulated executions over iterations (0 = as the trace)</source>
        <translation>반복에 따른 시뮬레이션 실행의 보상(0 = 트레이스와 같음)</translation>
    </message>
    <message>
        <source>Reward of executions over iterations (0 = as the trace)</source>
        <translation>반복에 따른 실행의 보상(0 = 트레이스와 같음)</translation>
    </message>
    <message>
        <source>Alignment on a simulated machine</source>
        <translation>시뮬레이션 머신에서의 정렬</translation>
    </message>
    <message>
        <source>Alignment</source>
        <translation>정렬</translation>
    </message>
    <message>
        <source>%1, nothing held out measured yet</source>
        <translation>%1, 아직 검증 측정 없음</translation>
    </message>
    <message>
        <source>%1, best held-out reward %2 at iteration %3</source>
        <translation>%1, 최고 검증 보상 %2(반복 %3)</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::AlignForm</name>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Models (*.safetensors)</source>
        <translation>모델 (*.safetensors)</translation>
    </message>
    <message>
        <source>Traces</source>
        <translation>트레이스</translation>
    </message>
    <message>
        <source>Traces (*.h5 *.csv *.txt *.log)</source>
        <translation>트레이스 (*.h5 *.csv *.txt *.log)</translation>
    </message>
    <message>
        <source>Aligned model</source>
        <translation>정렬된 모델</translation>
    </message>
    <message>
        <source>Progress of the alignment</source>
        <translation>정렬 진행률</translation>
    </message>
    <message>
        <source>Forget the alignment that was stopped</source>
        <translation>중지한 정렬을 버립니다</translation>
    </message>
    <message>
        <source>Keep the finished iterations, to be continued</source>
        <translation>끝난 반복을 보존하여 나중에 이어 갑니다</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 분</translation>
    </message>
    <message>
        <source>M&amp;odel:</source>
        <translation>모델(&amp;O):</translation>
    </message>
    <message>
        <source>T&amp;races:</source>
        <translation>트레이스(&amp;R):</translation>
    </message>
    <message>
        <source>A folder of traces, or one. What is generated for them is executed, and the model learns from what is measured; the last windows of each are only looked at</source>
        <translation>트레이스 폴더 또는 트레이스 하나. 이를 위해 생성한 것을 실행하고, 모델은 측정된 것에서 배웁니다. 각 트레이스의 마지막 윈도들은 검증에만 씁니다</translation>
    </message>
    <message>
        <source>M&amp;achine:</source>
        <translation>머신(&amp;A):</translation>
    </message>
    <message>
        <source>Where plans are executed: the machine that the model is of</source>
        <translation>계획을 실행할 곳: 모델이 나타내는 머신</translation>
    </message>
    <message>
        <source>A&amp;ligned model:</source>
        <translation>정렬된 모델(&amp;L):</translation>
    </message>
    <message>
        <source>&amp;Time limit:</source>
        <translation>시간 제한(&amp;T):</translation>
    </message>
    <message>
        <source>The learning rate falls towards the end; what did best on windows that are only looked at is kept</source>
        <translation>학습률은 끝으로 갈수록 낮아집니다. 검증에만 쓰는 윈도에서 가장 좋았던 것이 보존됩니다</translation>
    </message>
    <message>
        <source>Reading the model and the traces…</source>
        <translation>모델과 트레이스를 읽는 중…</translation>
    </message>
    <message>
        <source>This machine has no model yet: train one, or choose a file.</source>
        <translation>이 머신에는 아직 모델이 없습니다. 모델을 학습하거나 파일을 고르세요.</translation>
    </message>
    <message>
        <source>There is no such model.</source>
        <translation>그런 모델이 없습니다.</translation>
    </message>
    <message>
        <source>Open a trace, or choose a folder of them.</source>
        <translation>트레이스를 열거나 트레이스 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>There are no such traces.</source>
        <translation>그런 트레이스가 없습니다.</translation>
    </message>
    <message>
        <source>The aligned model needs a file of its own.</source>
        <translation>정렬된 모델에는 별도의 파일이 필요합니다.</translation>
    </message>
    <message>
        <source>The machine is busy with something else.</source>
        <translation>머신이 다른 일을 하고 있습니다.</translation>
    </message>
    <message>
        <source>An alignment of this model was stopped and can go on.</source>
        <translation>이 모델의 정렬이 중지되어 있으며 이어서 할 수 있습니다.</translation>
    </message>
    <message>
        <source>The aligned model is replaced when it is done.</source>
        <translation>끝나면 정렬된 모델이 대체됩니다.</translation>
    </message>
    <message>
        <source>Continue aligning</source>
        <translation>정렬 계속</translation>
    </message>
    <message>
        <source>Align</source>
        <translation>정렬</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::AlignPointModel</name>
    <message>
        <source>Iteration</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>Windows executed</source>
        <translation>실행한 윈도</translation>
    </message>
    <message>
        <source>Time taken</source>
        <translation>걸린 시간</translation>
    </message>
    <message>
        <source>Reward</source>
        <translation>보상</translation>
    </message>
    <message>
        <source>Held-out reward</source>
        <translation>검증 보상</translation>
    </message>
    <message>
        <source>Divergence</source>
        <translation>발산</translation>
    </message>
    <message>
        <source>Forward error</source>
        <translation>순방향 오차</translation>
    </message>
    <message>
        <source>The point with the largest held-out reward, whose weights the model keeps</source>
        <translation>검증 보상이 가장 큰 지점이며, 모델은 이때의 가중치를 보존합니다</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::Banner</name>
    <message>
        <source>Close this message</source>
        <translation>이 메시지를 닫습니다</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::ClassAreaView</name>
    <message>
        <source>CPU time by class of resource</source>
        <translation>자원 분류별 CPU 시간</translation>
    </message>
    <message>
        <source>, from simulated data</source>
        <translation>, 시뮬레이션 데이터 기반</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>window %1: %2</source>
        <translation>윈도 %1: %2</translation>
    </message>
    <message>
        <source>CPU time by class of resource (means over CPUs and over each pixel&apos;s time)</source>
        <translation>자원 분류별 CPU 시간(CPU 전체와 픽셀별 시간의 평균)</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::CollectionForm</name>
    <message>
        <source>Data set</source>
        <translation>데이터 집합</translation>
    </message>
    <message>
        <source>Data sets (*.h5 *.hdf5)</source>
        <translation>데이터 집합 (*.h5 *.hdf5)</translation>
    </message>
    <message>
        <source>Stop when rounds bring nothing new</source>
        <translation>라운드에서 새로운 것이 없으면 중지</translation>
    </message>
    <message>
        <source>Progress of the collection</source>
        <translation>수집 진행률</translation>
    </message>
    <message>
        <source>Keep the finished rounds, to be continued</source>
        <translation>끝난 라운드를 보존하여 나중에 이어 갑니다</translation>
    </message>
    <message>
        <source>&amp;Data set:</source>
        <translation>데이터 집합(&amp;D):</translation>
    </message>
    <message>
        <source>M&amp;achine:</source>
        <translation>머신(&amp;A):</translation>
    </message>
    <message>
        <source>A simulated machine is computed, not measured: its samples say nothing about a real one</source>
        <translation>시뮬레이션 머신은 측정이 아니라 계산된 것이므로, 그 샘플은 실제 머신에 대해 아무것도 말해 주지 않습니다</translation>
    </message>
    <message>
        <source>Strate&amp;gy:</source>
        <translation>전략(&amp;G):</translation>
    </message>
    <message>
        <source>Novelty: a sweep, then compositions that should do what no sample did yet. Random: a sweep, then at random. Sweep: single stressors only</source>
        <translation>참신성: 스윕 후, 아직 어떤 샘플도 하지 않은 일을 할 만한 구성. 무작위: 스윕 후 무작위. 스윕: 단일 스트레서만</translation>
    </message>
    <message>
        <source>St&amp;ressors:</source>
        <translation>스트레서(&amp;R):</translation>
    </message>
    <message>
        <source>Essential: one of every kind. Research: about twenty, like the research system&apos;s</source>
        <translation>필수: 종류마다 하나씩. 연구: 연구 시스템처럼 약 스무 개</translation>
    </message>
    <message>
        <source>Wi&amp;ndow:</source>
        <translation>윈도(&amp;N):</translation>
    </message>
    <message>
        <source>Time per sample</source>
        <translation>샘플당 시간</translation>
    </message>
    <message>
        <source>&amp;Time:</source>
        <translation>시간(&amp;T):</translation>
    </message>
    <message>
        <source>Of execution that the data set holds in all; a continued one takes what is left of it</source>
        <translation>데이터 집합이 담을 전체 실행 시간. 이어서 하면 남은 만큼만 씁니다</translation>
    </message>
    <message>
        <source>Sa&amp;mples:</source>
        <translation>샘플(&amp;M):</translation>
    </message>
    <message>
        <source>That the data set holds in all, whatever time that takes</source>
        <translation>시간이 얼마나 걸리든 데이터 집합이 담을 전체 개수</translation>
    </message>
    <message>
        <source>End before that when the last rounds brought next to nothing new</source>
        <translation>최근 라운드에서 새로 얻은 것이 거의 없으면 그 전에 끝냅니다</translation>
    </message>
    <message>
        <source>Novelty</source>
        <translation>참신성</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>무작위</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>스윕</translation>
    </message>
    <message>
        <source>Essential</source>
        <translation>필수</translation>
    </message>
    <message>
        <source>Essential and kernel</source>
        <translation>필수와 커널</translation>
    </message>
    <message>
        <source>Research</source>
        <translation>연구</translation>
    </message>
    <message>
        <source>All</source>
        <translation>전체</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 초</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 분</translation>
    </message>
    <message>
        <source>as the time allows</source>
        <translation>시간이 되는 만큼</translation>
    </message>
    <message>
        <source>Continue collecting</source>
        <translation>수집 계속</translation>
    </message>
    <message>
        <source>Collect</source>
        <translation>수집</translation>
    </message>
    <message>
        <source>The machine is busy with something else.</source>
        <translation>머신이 다른 일을 하고 있습니다.</translation>
    </message>
    <message>
        <source>Name a file: simulated samples are not this machine&apos;s.</source>
        <translation>파일 이름을 지정하세요. 시뮬레이션 샘플은 이 머신의 것이 아닙니다.</translation>
    </message>
    <message>
        <source>The data set is continued as it was begun, until it holds this much.</source>
        <translation>데이터 집합은 시작할 때의 설정대로, 이만큼 담을 때까지 이어집니다.</translation>
    </message>
    <message>
        <source>All CPUs will be loaded; nothing else should be running.</source>
        <translation>모든 CPU에 부하가 걸립니다. 다른 것은 실행하지 마세요.</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::CollectionPanel</name>
    <message>
        <source>%L1 for %2</source>
        <translation>%2 때문에 %L1개</translation>
    </message>
    <message>
        <source>None was left out as unsteady.</source>
        <translation>불안정하여 제외된 것은 없습니다.</translation>
    </message>
    <message>
        <source>%L1 were left out as unsteady: %2.</source>
        <translation>%L1개가 불안정하여 제외되었습니다: %2.</translation>
    </message>
    <message>
        <source>%L1 simulated samples</source>
        <translation>시뮬레이션 샘플 %L1개</translation>
    </message>
    <message>
        <source>%L1 samples</source>
        <translation>샘플 %L1개</translation>
    </message>
    <message>
        <source>%1; their rounds are not known.</source>
        <translation>%1, 라운드는 알 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 of %2 rounds.</source>
        <translation>%1, 라운드 %2회.</translation>
    </message>
    <message>
        <source>They lie in %1 % of the cells they can be in, over %2 pairs of metrics.</source>
        <translation>샘플은 지표 쌍 %2개에 걸쳐, 놓일 수 있는 칸의 %1 %에 놓여 있습니다.</translation>
    </message>
    <message>
        <source>Pairs of metrics and how much of each is covered</source>
        <translation>지표 쌍과 각각의 커버리지</translation>
    </message>
    <message>
        <source>Shaded cells hold samples, the stronger the more; hatched ones lie between samples and hold none.</source>
        <translation>칠해진 칸에는 샘플이 있으며 진할수록 많습니다. 빗금 친 칸은 샘플 사이에 있지만 비어 있습니다.</translation>
    </message>
    <message>
        <source>The cells are what coverage counts. Axes of metrics that are mostly small are stretched there.</source>
        <translation>커버리지는 이 칸들을 셉니다. 대체로 작은 값을 갖는 지표는 그 부분의 축을 늘려 표시합니다.</translation>
    </message>
    <message>
        <source>The first samples appear when the first round is over.</source>
        <translation>첫 라운드가 끝나면 첫 샘플이 나타납니다.</translation>
    </message>
    <message>
        <source>Training data says what compositions of stressors do to a machine. Collect some here, or drop a data set on this window to see which values of its metrics its samples cover.</source>
        <translation>학습 데이터는 스트레서 구성이 머신에 미치는 영향을 담습니다. 여기서 수집하거나, 데이터 집합을 이 창에 끌어다 놓아 샘플이 지표의 어떤 값을 덮는지 보세요.</translation>
    </message>
    <message>
        <source>SIMULATED: nothing here was measured on a real machine.</source>
        <translation>시뮬레이션: 여기의 어느 것도 실제 머신에서 측정되지 않았습니다.</translation>
    </message>
    <message>
        <source>Settings of the collection</source>
        <translation>수집 설정</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>Type what you want to do</source>
        <translation>하려는 일을 입력하세요</translation>
    </message>
    <message>
        <source>Search for a command</source>
        <translation>명령 찾기</translation>
    </message>
    <message>
        <source>Commands that fit</source>
        <translation>맞는 명령</translation>
    </message>
    <message>
        <source>%1 › %2</source>
        <comment>menu and command</comment>
        <translation>%1 › %2</translation>
    </message>
    <message>
        <source>%1, not possible now</source>
        <translation>%1, 지금은 할 수 없음</translation>
    </message>
    <message>
        <source>No command is called that. Try fewer letters, or a word of what it does.</source>
        <translation>그런 이름의 명령이 없습니다. 글자를 줄이거나 하는 일을 나타내는 낱말을 입력하세요.</translation>
    </message>
    <message>
        <source>Not possible now. %1.</source>
        <translation>지금은 할 수 없습니다. %1.</translation>
    </message>
    <message>
        <source>Not possible now: %1</source>
        <translation>지금은 할 수 없습니다: %1</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::CompareBar</name>
    <message>
        <source>&amp;Overlay</source>
        <translation>겹쳐 보기(&amp;O)</translation>
    </message>
    <message>
        <source>Draw the emulation over the real trace</source>
        <translation>에뮬레이션을 실제 트레이스 위에 그립니다</translation>
    </message>
    <message>
        <source>&amp;Difference</source>
        <translation>차이(&amp;D)</translation>
    </message>
    <message>
        <source>Draw emulated minus real, window by window</source>
        <translation>에뮬레이션에서 실제를 뺀 값을 윈도별로 그립니다</translation>
    </message>
    <message>
        <source>&amp;Side by side</source>
        <translation>나란히 보기(&amp;S)</translation>
    </message>
    <message>
        <source>Draw the real trace above and the emulation below in each lane</source>
        <translation>각 레인에서 실제 트레이스를 위에, 에뮬레이션을 아래에 그립니다</translation>
    </message>
    <message>
        <source>&amp;Warping path</source>
        <translation>와핑 경로(&amp;W)</translation>
    </message>
    <message>
        <source>Connect the windows of the selected metric that were laid against each other to be scored</source>
        <translation>선택한 지표에서 점수를 매기려고 서로 맞춘 윈도들을 잇습니다</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1(%2)</translation>
    </message>
    <message>
        <source>Click a lane to see how its windows were laid against each other.</source>
        <translation>레인을 클릭하면 윈도들이 서로 어떻게 맞춰졌는지 볼 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::CompositionDetails</name>
    <message>
        <source>What is shown of the plan</source>
        <translation>계획에서 표시할 내용</translation>
    </message>
    <message>
        <source>CPUs</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>The chosen stressor on each CPU over time</source>
        <translation>고른 스트레서를 시간에 따라 CPU별로 보입니다</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>윈도</translation>
    </message>
    <message>
        <source>One window: what each CPU runs, in the order of execution</source>
        <translation>윈도 하나: 각 CPU가 실행하는 것을 실행 순서대로 보입니다</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>분류</translation>
    </message>
    <message>
        <source>CPU time by class of resource over time</source>
        <translation>자원 분류별 CPU 시간을 시간에 따라 보입니다</translation>
    </message>
    <message>
        <source>Wi&amp;ndow:</source>
        <translation>윈도(&amp;N):</translation>
    </message>
    <message>
        <source>The window that is shown; in the picture, arrow keys step from window to window</source>
        <translation>표시할 윈도. 그림에서 화살표 키로 윈도를 옮겨 다닙니다</translation>
    </message>
    <message>
        <source>&amp;Totals</source>
        <translation>합계(&amp;T)</translation>
    </message>
    <message>
        <source>One piece per stressor instead of the slices in the order of execution</source>
        <translation>실행 순서의 조각들 대신 스트레서마다 한 덩어리로 보입니다</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::CompositionPanel</name>
    <message numerus="yes">
        <source>Stressor composition (mean over %n CPU(s); idle in grey, 0–100 %)</source>
        <translation>
            <numerusform>스트레서 구성(CPU %n개의 평균, 유휴는 회색, 0–100 %)</numerusform>
        </translation>
    </message>
    <message>
        <source>, memory in use up to %1</source>
        <translation>, 사용 메모리 최대 %1</translation>
    </message>
    <message>
        <source>, from simulated data</source>
        <translation>, 시뮬레이션 데이터 기반</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>유휴</translation>
    </message>
    <message>
        <source>%1 on each CPU</source>
        <translation>CPU별 %1</translation>
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
        <translation>조건</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>실행 수</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>중앙값</translation>
    </message>
    <message>
        <source>Slowdown</source>
        <translation>속도 저하</translation>
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
        <translation>라운드에 따른 커버리지와 샘플</translation>
    </message>
    <message>
        <source>all pairs, % of cells (left)</source>
        <translation>모든 쌍, 칸의 %(왼쪽)</translation>
    </message>
    <message>
        <source>this pair</source>
        <translation>이 쌍</translation>
    </message>
    <message>
        <source>samples (right)</source>
        <translation>샘플(오른쪽)</translation>
    </message>
    <message>
        <source>Coverage over rounds, not known</source>
        <translation>라운드에 따른 커버리지, 알 수 없음</translation>
    </message>
    <message>
        <source>Coverage over rounds, %1 % after the last of %2</source>
        <translation>라운드에 따른 커버리지, 전체 %2회 중 마지막 라운드 후 %1 %</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::CoveragePlot</name>
    <message>
        <source>earlier rounds</source>
        <translation>이전 라운드</translation>
    </message>
    <message>
        <source>last round</source>
        <translation>마지막 라운드</translation>
    </message>
    <message>
        <source>aims of the next round</source>
        <translation>다음 라운드의 목표</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>No samples</source>
        <translation>샘플 없음</translation>
    </message>
    <message>
        <source>%1 across, %2 up: samples lie in %3 of the %4 cells they can be in</source>
        <translation>가로 %1, 세로 %2: 놓일 수 있는 칸 %4개 중 %3개에 샘플이 있습니다</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::DiagnosticsModel</name>
    <message>
        <source>Warning</source>
        <translation>경고</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>참고</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>줄</translation>
    </message>
    <message>
        <source>What the reader noticed</source>
        <translation>읽으면서 발견한 점</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::DiagnosticsPanel</name>
    <message>
        <source>What the readers noticed in the open files</source>
        <translation>열린 파일을 읽으면서 발견한 점</translation>
    </message>
    <message>
        <source>Nothing odd was noticed in the open files.</source>
        <translation>열린 파일에서 이상한 점이 발견되지 않았습니다.</translation>
    </message>
    <message>
        <source>Open a trace: gaps, resets and other odd places of its file are listed here.</source>
        <translation>트레이스를 열면 파일의 빈 구간, 초기화 및 기타 이상한 곳이 여기에 나열됩니다.</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::DoseChart</name>
    <message>
        <source>dose, %</source>
        <translation>용량, %</translation>
    </message>
    <message>
        <source>%1, from %2</source>
        <translation>%1, 출처: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 when idle</source>
        <translation>유휴 상태에서 %1</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::DoseCharts</name>
    <message>
        <source>Dose-response of every metric</source>
        <translation>모든 지표의 용량-반응</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::EditActions</name>
    <message>
        <source>&amp;Edit</source>
        <translation>편집(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>실행 취소(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>다시 실행(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Trim to the selection</source>
        <translation>선택 구간만 남기기(&amp;T)</translation>
    </message>
    <message>
        <source>Keep only the selected part of the real trace</source>
        <translation>실제 트레이스에서 선택한 부분만 남깁니다</translation>
    </message>
    <message>
        <source>&amp;Cut the selection off</source>
        <translation>선택 구간 잘라내기(&amp;C)</translation>
    </message>
    <message>
        <source>Remove the selected part of the real trace; what follows moves up</source>
        <translation>실제 트레이스에서 선택한 부분을 없앱니다. 뒤의 내용이 앞으로 당겨집니다</translation>
    </message>
    <message>
        <source>Split: keep what is &amp;before</source>
        <translation>분할: 앞부분 남기기(&amp;B)</translation>
    </message>
    <message>
        <source>Keep the real trace up to the time that was clicked last</source>
        <translation>마지막으로 클릭한 시각까지의 실제 트레이스를 남깁니다</translation>
    </message>
    <message>
        <source>Split: keep what is &amp;after</source>
        <translation>분할: 뒷부분 남기기(&amp;A)</translation>
    </message>
    <message>
        <source>Keep the real trace from the time that was clicked last on</source>
        <translation>마지막으로 클릭한 시각부터의 실제 트레이스를 남깁니다</translation>
    </message>
    <message>
        <source>R&amp;epeat…</source>
        <translation>반복(&amp;E)…</translation>
    </message>
    <message>
        <source>Repeat the selected part of the real trace, or all of it</source>
        <translation>실제 트레이스의 선택한 부분이나 전체를 반복합니다</translation>
    </message>
    <message>
        <source>&amp;Scale…</source>
        <translation>배율 조정(&amp;S)…</translation>
    </message>
    <message>
        <source>Multiply metrics of the real trace, in the selection or everywhere</source>
        <translation>선택 구간이나 전체에서 실제 트레이스의 지표에 배수를 곱합니다</translation>
    </message>
    <message>
        <source>S&amp;hift…</source>
        <translation>이동(&amp;H)…</translation>
    </message>
    <message>
        <source>Move metrics of the real trace in time</source>
        <translation>실제 트레이스의 지표를 시간축에서 옮깁니다</translation>
    </message>
    <message>
        <source>S&amp;mooth…</source>
        <translation>평활화(&amp;M)…</translation>
    </message>
    <message>
        <source>Take the mean of metrics over some seconds around every sample</source>
        <translation>각 샘플 주위의 몇 초에 걸쳐 지표의 평균을 냅니다</translation>
    </message>
    <message>
        <source>Mas&amp;k…</source>
        <translation>가리기(&amp;K)…</translation>
    </message>
    <message>
        <source>Hide metrics of the real trace, so that a plan may do there as it likes</source>
        <translation>실제 트레이스의 지표를 가려, 그곳에서는 계획이 무엇을 해도 되게 합니다</translation>
    </message>
    <message>
        <source>Make the selected part of the plan a&amp;new</source>
        <translation>계획의 선택 부분 새로 만들기(&amp;N)</translation>
    </message>
    <message>
        <source>Compose the selected windows anew by the chosen method; the others, and what is locked, stay</source>
        <translation>선택한 윈도를 고른 방법으로 새로 구성합니다. 나머지와 잠긴 것은 그대로 둡니다</translation>
    </message>
    <message>
        <source>Edit the &amp;plan</source>
        <translation>계획 편집(&amp;P)</translation>
    </message>
    <message>
        <source>Lock, scale, replace and paint the stressors of the plan</source>
        <translation>계획의 스트레서를 잠그고, 배율을 조정하고, 바꾸고, 칠합니다</translation>
    </message>
    <message>
        <source>Take the last edit back</source>
        <translation>마지막 편집을 되돌립니다</translation>
    </message>
    <message>
        <source>Do again what was taken back</source>
        <translation>되돌린 것을 다시 실행합니다</translation>
    </message>
    <message>
        <source>nothing was edited yet.</source>
        <translation>아직 편집한 것이 없습니다.</translation>
    </message>
    <message>
        <source>nothing was undone.</source>
        <translation>실행 취소한 것이 없습니다.</translation>
    </message>
    <message>
        <source>open a trace and select a part of it first.</source>
        <translation>먼저 트레이스를 열고 일부를 선택하세요.</translation>
    </message>
    <message>
        <source>open a trace and click into a lane first.</source>
        <translation>먼저 트레이스를 열고 레인을 클릭하세요.</translation>
    </message>
    <message>
        <source>open a trace first, and wait for what works on it.</source>
        <translation>먼저 트레이스를 열고, 그것을 쓰는 작업이 끝날 때까지 기다리세요.</translation>
    </message>
    <message>
        <source>open a trace and a plan first, and wait for what runs.</source>
        <translation>먼저 트레이스와 계획을 열고, 실행 중인 작업이 끝날 때까지 기다리세요.</translation>
    </message>
    <message>
        <source>open a plan or generate one first.</source>
        <translation>먼저 계획을 열거나 생성하세요.</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::EditDialog</name>
    <message>
        <source>Scale</source>
        <translation>배율 조정</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>이동</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>평활화</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>가리기</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>Values are multiplied by the factor; percentages stay within 0 and 100.</source>
        <translation>값에 배수를 곱합니다. 백분율은 0과 100 사이로 유지됩니다.</translation>
    </message>
    <message>
        <source>Values move later, or earlier when the number is negative. What becomes vacant is missing.</source>
        <translation>값이 뒤로, 음수이면 앞으로 옮겨집니다. 비는 곳은 결측이 됩니다.</translation>
    </message>
    <message>
        <source>Every value becomes the mean over this time around it.</source>
        <translation>모든 값이 그 주위의 이 시간에 걸친 평균이 됩니다.</translation>
    </message>
    <message>
        <source>Values become missing: a plan may do there as it likes.</source>
        <translation>값이 결측이 됩니다. 그곳에서는 계획이 무엇을 해도 됩니다.</translation>
    </message>
    <message>
        <source>The part stands there this many times in a row, and what follows moves back.</source>
        <translation>그 부분이 이 횟수만큼 연달아 놓이고, 뒤의 내용은 뒤로 밀립니다.</translation>
    </message>
    <message>
        <source>The whole trace</source>
        <translation>트레이스 전체</translation>
    </message>
    <message>
        <source>Part:</source>
        <translation>부분:</translation>
    </message>
    <message>
        <source>&amp;Metrics:</source>
        <translation>지표(&amp;M):</translation>
    </message>
    <message>
        <source>&amp;Factor:</source>
        <translation>배수(&amp;F):</translation>
    </message>
    <message>
        <source>&amp;Times:</source>
        <translation>횟수(&amp;T):</translation>
    </message>
    <message>
        <source>&amp;Seconds:</source>
        <translation>초(&amp;S):</translation>
    </message>
    <message>
        <source>Family %1</source>
        <translation>계열 %1</translation>
    </message>
    <message>
        <source>All metrics</source>
        <translation>모든 지표</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::Exporter</name>
    <message>
        <source>Exporting %1</source>
        <translation>%1 내보내는 중</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::FamilyChart</name>
    <message>
        <source>DTW distance per family</source>
        <translation>계열별 DTW 거리</translation>
    </message>
    <message>
        <source>DTW distance per family, simulated</source>
        <translation>계열별 DTW 거리, 시뮬레이션</translation>
    </message>
    <message>
        <source>DTW distance</source>
        <translation>DTW 거리</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::FileField</name>
    <message>
        <source>Choose a file</source>
        <translation>파일 고르기</translation>
    </message>
    <message>
        <source>Choose a file: %1</source>
        <translation>파일 고르기: %1</translation>
    </message>
    <message>
        <source>%1 (default)</source>
        <translation>%1(기본값)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::GenerateDialog</name>
    <message>
        <source>DPM-Solver++ (few steps)</source>
        <translation>DPM-Solver++(적은 스텝)</translation>
    </message>
    <message>
        <source>DDIM</source>
        <translation>DDIM</translation>
    </message>
    <message>
        <source>DDPM (many steps)</source>
        <translation>DDPM(많은 스텝)</translation>
    </message>
    <message>
        <source>Two passes, all windows at once</source>
        <translation>2패스, 모든 윈도를 한 번에</translation>
    </message>
    <message>
        <source>Autoregressive, window by window</source>
        <translation>자기회귀, 윈도별로</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Models (*.safetensors)</source>
        <translation>모델 (*.safetensors)</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>데이터 집합</translation>
    </message>
    <message>
        <source>Data sets (*.h5 *.hdf5)</source>
        <translation>데이터 집합 (*.h5 *.hdf5)</translation>
    </message>
    <message>
        <source>M&amp;odel:</source>
        <translation>모델(&amp;O):</translation>
    </message>
    <message>
        <source>D&amp;ata set:</source>
        <translation>데이터 집합(&amp;A):</translation>
    </message>
    <message>
        <source>Generate a plan</source>
        <translation>계획 생성</translation>
    </message>
    <message>
        <source>Same inputs and seed, same plan</source>
        <translation>입력과 시드가 같으면 계획도 같습니다</translation>
    </message>
    <message>
        <source>&amp;Method:</source>
        <translation>방법(&amp;M):</translation>
    </message>
    <message>
        <source>S&amp;eed:</source>
        <translation>시드(&amp;E):</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>생성(&amp;G)</translation>
    </message>
    <message>
        <source>How the model draws</source>
        <translation>모델이 뽑는 방식</translation>
    </message>
    <message>
        <source>Evaluations of the network per candidate and window</source>
        <translation>후보와 윈도마다 신경망을 평가하는 횟수</translation>
    </message>
    <message>
        <source>Those of the first of two passes, which only gives each window its predecessor</source>
        <translation>2패스 중 첫 패스의 횟수. 첫 패스는 각 윈도에 앞 윈도를 정해 주기만 합니다</translation>
    </message>
    <message>
        <source>How much the trace is heeded beyond training: 1 is none; others take twice as long</source>
        <translation>트레이스를 학습 때보다 얼마나 더 따를지: 1은 추가 없음. 다른 값은 시간이 두 배 걸립니다</translation>
    </message>
    <message>
        <source>Compositions per window that the forward model chooses from</source>
        <translation>순방향 모델이 고를 윈도당 구성의 수</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Steps by which the forward model corrects the chosen fractions</source>
        <translation>순방향 모델이 고른 비율을 고치는 스텝 수</translation>
    </message>
    <message>
        <source> % busy</source>
        <translation> % 사용</translation>
    </message>
    <message>
        <source>never</source>
        <translation>안 함</translation>
    </message>
    <message>
        <source>CPUs less busy than this in the trace get nothing that computes or goes through memory</source>
        <translation>트레이스에서 사용률이 이보다 낮은 CPU에는 연산하거나 메모리를 거치는 것을 주지 않습니다</translation>
    </message>
    <message>
        <source>Use the &amp;previous composition</source>
        <translation>이전 구성 사용(&amp;P)</translation>
    </message>
    <message>
        <source>Caches and write-back carry over from window to window</source>
        <translation>캐시와 후기록(write-back)은 윈도에서 윈도로 이어집니다</translation>
    </message>
    <message>
        <source>&amp;Fit the trace to the model</source>
        <translation>트레이스를 모델에 맞추기(&amp;F)</translation>
    </message>
    <message>
        <source>Average or repeat the CPUs of a trace of another machine, and leave out stressors this program does not have, instead of refusing</source>
        <translation>거부하는 대신 다른 머신의 트레이스의 CPU를 평균하거나 반복하고, 이 프로그램에 없는 스트레서를 뺍니다</translation>
    </message>
    <message>
        <source>Samp&amp;ler:</source>
        <translation>샘플러(&amp;L):</translation>
    </message>
    <message>
        <source>Strateg&amp;y:</source>
        <translation>전략(&amp;Y):</translation>
    </message>
    <message>
        <source>S&amp;teps:</source>
        <translation>스텝(&amp;T):</translation>
    </message>
    <message>
        <source>F&amp;irst-pass steps:</source>
        <translation>첫 패스 스텝(&amp;I):</translation>
    </message>
    <message>
        <source>G&amp;uidance:</source>
        <translation>가이던스(&amp;U):</translation>
    </message>
    <message>
        <source>Ca&amp;ndidates:</source>
        <translation>후보(&amp;N):</translation>
    </message>
    <message>
        <source>Polis&amp;hing steps:</source>
        <translation>마무리 스텝(&amp;H):</translation>
    </message>
    <message>
        <source>Idle &amp;below:</source>
        <translation>유휴 기준(&amp;B):</translation>
    </message>
    <message numerus="yes">
        <source>%n evaluation(s) of the network per window</source>
        <translation>
            <numerusform>윈도당 신경망 평가 %n회</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>그런 파일이 없습니다.</translation>
    </message>
    <message>
        <source>No data set is installed for this machine yet.</source>
        <translation>이 머신에는 아직 데이터 집합이 설치되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>No model is installed for this machine: train one (Ctrl+L), or choose the file of a model.</source>
        <translation>이 머신에는 모델이 설치되어 있지 않습니다. 모델을 학습하거나(Ctrl+L) 모델 파일을 고르세요.</translation>
    </message>
    <message numerus="yes">
        <source>The trace has %n CPU(s), so it has to be fitted to the model.</source>
        <translation>
            <numerusform>트레이스의 CPU가 %n개이므로 모델에 맞춰야 합니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Fit the trace to the model (needed)</source>
        <translation>트레이스를 모델에 맞추기(필요)(&amp;F)</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::HeatmapView</name>
    <message>
        <source>%1, window %2: %3</source>
        <translation>%1, 윈도 %2: %3</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::JobControls</name>
    <message>
        <source>Start anew</source>
        <translation>새로 시작</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>중지하는 중…</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::JobModel</name>
    <message>
        <source>stopping…</source>
        <translation>중지하는 중…</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>실행 중</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>작업</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>진행률</translation>
    </message>
    <message>
        <source>Elapsed</source>
        <translation>경과</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>남음</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>하는 일</translation>
    </message>
    <message>
        <source>Started: %1</source>
        <translation>시작: %1</translation>
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
        <translation>%1: 중지하는 중…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>, about %1 left</source>
        <translation>, 약 %1 남음</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>진행률</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message numerus="yes">
        <source> (and %n more)</source>
        <translation>
            <numerusform> (외 %n개)</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel %1</source>
        <translation>%1 취소</translation>
    </message>
    <message>
        <source>Show all jobs</source>
        <translation>모든 작업 보기</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::JobsPanel</name>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Stop the chosen job</source>
        <translation>고른 작업을 중지합니다</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>Do the same once more</source>
        <translation>같은 작업을 다시 합니다</translation>
    </message>
    <message>
        <source>Clear ended</source>
        <translation>끝난 작업 지우기</translation>
    </message>
    <message>
        <source>Forget the jobs that have ended</source>
        <translation>끝난 작업을 목록에서 지웁니다</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1(%2)</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>작업</translation>
    </message>
    <message>
        <source>Log of the chosen job</source>
        <translation>고른 작업의 로그</translation>
    </message>
    <message>
        <source>What the chosen job says</source>
        <translation>고른 작업이 출력하는 내용</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::LaneMenu</name>
    <message>
        <source>Lanes</source>
        <translation>레인</translation>
    </message>
    <message>
        <source>&amp;Next lane</source>
        <translation>다음 레인(&amp;N)</translation>
    </message>
    <message>
        <source>Choose the lane below</source>
        <translation>아래 레인을 선택합니다</translation>
    </message>
    <message>
        <source>&amp;Previous lane</source>
        <translation>이전 레인(&amp;P)</translation>
    </message>
    <message>
        <source>Choose the lane above</source>
        <translation>위 레인을 선택합니다</translation>
    </message>
    <message>
        <source>&amp;Fold or unfold</source>
        <translation>접기 또는 펼치기(&amp;F)</translation>
    </message>
    <message>
        <source>Fold or unfold the family of the chosen lane</source>
        <translation>선택한 레인의 계열을 접거나 펼칩니다</translation>
    </message>
    <message>
        <source>&amp;CPUs as lanes</source>
        <translation>CPU를 레인으로(&amp;C)</translation>
    </message>
    <message>
        <source>Show each CPU as a lane of its own below the heat strip</source>
        <translation>히트 스트립 아래에 각 CPU를 개별 레인으로 표시합니다</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::LastBestModel</name>
    <message>
        <source>Last</source>
        <translation>마지막</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>최고</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::Legend</name>
    <message>
        <source>%1 (simulated)</source>
        <translation>%1(시뮬레이션)</translation>
    </message>
    <message>
        <source>%1 (from simulated data)</source>
        <translation>%1(시뮬레이션 데이터 기반)</translation>
    </message>
    <message>
        <source>Mean DTW distance, simulated: %1</source>
        <translation>평균 DTW 거리, 시뮬레이션: %1</translation>
    </message>
    <message>
        <source>Mean DTW distance: %1</source>
        <translation>평균 DTW 거리: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n CPU(s)</source>
        <translation>
            <numerusform>CPU %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n metric(s)</source>
        <translation>
            <numerusform>지표 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s)</source>
        <translation>
            <numerusform>샘플 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Real: %1</source>
        <translation>실제: %1</translation>
    </message>
    <message>
        <source>Emulated: %1</source>
        <translation>에뮬레이션: %1</translation>
    </message>
    <message>
        <source>Plan: %1</source>
        <translation>계획: %1</translation>
    </message>
    <message>
        <source>%1 (edited)</source>
        <translation>%1(편집됨)</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::MainWindow</name>
    <message>
        <source>Score</source>
        <translation>점수</translation>
    </message>
    <message>
        <source>Refinement</source>
        <translation>다듬기</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>진단</translation>
    </message>
    <message>
        <source>Diagnostics (%1)</source>
        <translation>진단(%1)</translation>
    </message>
    <message>
        <source>This plan is for %1 CPUs and there are %2 here. Folded, each of them runs the mean of the rows it stands for.</source>
        <translation>이 계획은 CPU %1개용인데 여기에는 %2개가 있습니다. 접으면 각 CPU가 맡은 행들의 평균을 실행합니다.</translation>
    </message>
    <message>
        <source>Fold and run</source>
        <translation>접어서 실행</translation>
    </message>
    <message>
        <source>Calibrate anew</source>
        <translation>새로 보정</translation>
    </message>
    <message>
        <source>Mimesys Studio</source>
        <translation>Mimesys Studio</translation>
    </message>
    <message>
        <source>This machine has no training data yet, so no plan can be made. </source>
        <translation>이 머신에는 아직 학습 데이터가 없어 계획을 만들 수 없습니다. </translation>
    </message>
    <message>
        <source>Collecting runs combinations of stressors on all CPUs and records what they do. Nothing else should be running; the data is kept for later.</source>
        <translation>수집은 모든 CPU에서 스트레서 조합을 실행하고 그 영향을 기록합니다. 다른 것은 실행하지 마세요. 데이터는 나중을 위해 보존됩니다.</translation>
    </message>
    <message>
        <source>Collect training data (about 2 minutes)</source>
        <translation>학습 데이터 수집(약 2분)</translation>
    </message>
    <message>
        <source>Open traces and plans</source>
        <translation>트레이스와 계획 열기</translation>
    </message>
    <message>
        <source>Open an emulation</source>
        <translation>에뮬레이션 열기</translation>
    </message>
    <message>
        <source>Traces (*.h5 *.csv *.txt *.log)</source>
        <translation>트레이스 (*.h5 *.csv *.txt *.log)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>The language changes when the studio is started the next time.</source>
        <translation>언어는 스튜디오를 다음에 시작할 때 바뀝니다.</translation>
    </message>
    <message>
        <source>Start anew</source>
        <translation>새로 시작</translation>
    </message>
    <message>
        <source>This machine has no model yet, so the diffusion method cannot be used; the other methods need only a data set.</source>
        <translation>이 머신에는 아직 모델이 없어 확산 방법을 쓸 수 없습니다. 다른 방법은 데이터 집합만 있으면 됩니다.</translation>
    </message>
    <message>
        <source>Train a model</source>
        <translation>모델 학습</translation>
    </message>
    <message>
        <source>Fit and generate</source>
        <translation>맞춰서 생성</translation>
    </message>
    <message>
        <source>This machine has no training data and no model yet, so nothing is known of how it responds to a correction. Collecting runs combinations of stressors on all CPUs and records what they do; nothing else should be running.</source>
        <translation>이 머신에는 아직 학습 데이터도 모델도 없어, 수정에 어떻게 반응하는지 알 수 없습니다. 수집은 모든 CPU에서 스트레서 조합을 실행하고 그 영향을 기록합니다. 다른 것은 실행하지 마세요.</translation>
    </message>
    <message>
        <source>Show or hide the panel “%1”</source>
        <translation>“%1” 패널을 보이거나 숨깁니다</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>패널</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>버전</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>선택 구간</translation>
    </message>
    <message>
        <source>Co&amp;mpare</source>
        <translation>비교(&amp;M)</translation>
    </message>
    <message>
        <source>open a trace and its emulation first.</source>
        <translation>먼저 트레이스와 그 에뮬레이션을 여세요.</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>작업</translation>
    </message>
    <message>
        <source>Show every job with its progress and log</source>
        <translation>모든 작업을 진행률, 로그와 함께 보입니다</translation>
    </message>
    <message>
        <source>The recording is in no file yet.</source>
        <translation>기록이 아직 파일에 저장되지 않았습니다.</translation>
    </message>
    <message>
        <source>Save it…</source>
        <translation>저장…</translation>
    </message>
    <message>
        <source>%1[*] – Mimesys Studio</source>
        <translation>%1[*] – Mimesys Studio</translation>
    </message>
    <message>
        <source>Edits so far; choose one to go back to it</source>
        <translation>지금까지의 편집. 하나를 고르면 그때로 돌아갑니다</translation>
    </message>
    <message>
        <source>As it came</source>
        <translation>원본 그대로</translation>
    </message>
    <message>
        <source>History</source>
        <translation>편집 이력</translation>
    </message>
    <message>
        <source>Edit plan</source>
        <translation>계획 편집</translation>
    </message>
    <message>
        <source>%1 was written.</source>
        <translation>%1을(를) 썼습니다.</translation>
    </message>
    <message>
        <source>Export the visible values</source>
        <translation>보이는 값 내보내기</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>표 (*.csv)</translation>
    </message>
    <message>
        <source>Export a report</source>
        <translation>보고서 내보내기</translation>
    </message>
    <message>
        <source>Pages (*.html)</source>
        <translation>페이지 (*.html)</translation>
    </message>
    <message>
        <source>%1 was saved.</source>
        <translation>%1을(를) 저장했습니다.</translation>
    </message>
    <message>
        <source>The work is back. Save it as a session to keep it.</source>
        <translation>작업 내용을 복원했습니다. 보존하려면 세션으로 저장하세요.</translation>
    </message>
    <message>
        <source>Save session…</source>
        <translation>세션 저장…</translation>
    </message>
    <message>
        <source>The studio ended without closing. What was on screen was last saved by itself on %1.</source>
        <translation>스튜디오가 정상적으로 닫히지 않고 끝났습니다. 화면에 있던 내용은 %1에 마지막으로 자동 저장되었습니다.</translation>
    </message>
    <message>
        <source>Restore it</source>
        <translation>복원</translation>
    </message>
    <message>
        <source>Save session</source>
        <translation>세션 저장</translation>
    </message>
    <message>
        <source>Sessions (*.mimesys)</source>
        <translation>세션 (*.mimesys)</translation>
    </message>
    <message>
        <source>choose a job in the list for which it is possible.</source>
        <translation>목록에서 그것이 가능한 작업을 선택하세요.</translation>
    </message>
    <message>
        <source>open a trace that has such lanes, and choose one, first.</source>
        <translation>먼저 그런 레인이 있는 트레이스를 열고 하나를 선택하세요.</translation>
    </message>
    <message>
        <source>Discard it</source>
        <translation>버리기</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::PairModel</name>
    <message>
        <source>%1 % of %2</source>
        <translation>%2개 중 %1 %</translation>
    </message>
    <message>
        <source>%1 across, %2 up: samples lie in %3 of the %4 cells they can be in</source>
        <translation>가로 %1, 세로 %2: 놓일 수 있는 칸 %4개 중 %3개에 샘플이 있습니다</translation>
    </message>
    <message>
        <source>Share of the cells that hold samples, of those that lie between samples or hold some</source>
        <translation>샘플이 있거나 샘플 사이에 있는 칸 중 샘플이 있는 칸의 비율</translation>
    </message>
    <message>
        <source>Across</source>
        <translation>가로</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>세로</translation>
    </message>
    <message>
        <source>Covered</source>
        <translation>커버리지</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::PlanEditor</name>
    <message>
        <source>S&amp;et</source>
        <translation>설정(&amp;E)</translation>
    </message>
    <message>
        <source>Set the stressor to this fraction in the chosen cells</source>
        <translation>고른 칸에서 스트레서를 이 비율로 설정합니다</translation>
    </message>
    <message>
        <source>S&amp;cale</source>
        <translation>배율 조정(&amp;C)</translation>
    </message>
    <message>
        <source>Multiply the stressor in the chosen cells</source>
        <translation>고른 칸에서 스트레서에 배수를 곱합니다</translation>
    </message>
    <message>
        <source>Re&amp;place</source>
        <translation>바꾸기(&amp;P)</translation>
    </message>
    <message>
        <source>Give the stressor&apos;s share to another one</source>
        <translation>스트레서의 몫을 다른 스트레서에 줍니다</translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation>잠금(&amp;L)</translation>
    </message>
    <message>
        <source>Keep the chosen cells as they are, whatever is edited</source>
        <translation>무엇을 편집하든 고른 칸을 그대로 둡니다</translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation>잠금 해제(&amp;U)</translation>
    </message>
    <message>
        <source>Let the chosen cells be edited again</source>
        <translation>고른 칸을 다시 편집할 수 있게 합니다</translation>
    </message>
    <message>
        <source>Make these windows a&amp;new</source>
        <translation>이 윈도 새로 만들기(&amp;N)</translation>
    </message>
    <message>
        <source>Compose the windows anew by the chosen method; what is locked stays</source>
        <translation>윈도를 고른 방법으로 새로 구성합니다. 잠긴 것은 그대로 둡니다</translation>
    </message>
    <message>
        <source>Paint with the &amp;mouse on the map of CPUs</source>
        <translation>CPU 맵에서 마우스로 칠하기(&amp;M)</translation>
    </message>
    <message>
        <source>There is no plan to edit yet. Open one, or generate one from a real trace.</source>
        <translation>편집할 계획이 아직 없습니다. 계획을 열거나 실제 트레이스에서 생성하세요.</translation>
    </message>
    <message>
        <source>Drag over cells to set them to the fraction; Escape ends it</source>
        <translation>칸 위로 끌면 그 비율로 설정됩니다. Escape로 끝냅니다</translation>
    </message>
    <message>
        <source>&amp;Stressor:</source>
        <translation>스트레서(&amp;S):</translation>
    </message>
    <message>
        <source>to</source>
        <translation>~</translation>
    </message>
    <message>
        <source>&amp;Windows:</source>
        <translation>윈도(&amp;W):</translation>
    </message>
    <message>
        <source>First window</source>
        <translation>첫 윈도</translation>
    </message>
    <message>
        <source>Last window</source>
        <translation>마지막 윈도</translation>
    </message>
    <message>
        <source>&amp;CPUs:</source>
        <translation>CPU(&amp;C):</translation>
    </message>
    <message>
        <source>First CPU</source>
        <translation>첫 CPU</translation>
    </message>
    <message>
        <source>Last CPU</source>
        <translation>마지막 CPU</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Stressor to replace it by</source>
        <translation>대신 넣을 스트레서</translation>
    </message>
    <message>
        <source>&amp;Fraction:</source>
        <translation>비율(&amp;F):</translation>
    </message>
    <message>
        <source>Fact&amp;or:</source>
        <translation>배수(&amp;O):</translation>
    </message>
    <message>
        <source>&amp;By:</source>
        <translation>대체(&amp;B):</translation>
    </message>
    <message>
        <source>All stressors</source>
        <translation>모든 스트레서</translation>
    </message>
    <message>
        <source>but not %1</source>
        <translation>%1 제외</translation>
    </message>
    <message>
        <source>Nothing is locked.</source>
        <translation>잠긴 것이 없습니다.</translation>
    </message>
    <message>
        <source>Locked: %1.</source>
        <translation>잠김: %1.</translation>
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
        <translation>목록 지우기(&amp;C)</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::RecordDialog</name>
    <message>
        <source>File of the recording</source>
        <translation>기록 파일</translation>
    </message>
    <message>
        <source>Traces (*.h5 *.csv *.txt *.log)</source>
        <translation>트레이스 (*.h5 *.csv *.txt *.log)</translation>
    </message>
    <message>
        <source>Record this machine</source>
        <translation>이 머신 기록</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 초</translation>
    </message>
    <message>
        <source>until stopped</source>
        <translation>중지할 때까지</translation>
    </message>
    <message>
        <source>none: whatever the machine does</source>
        <translation>없음: 머신이 하는 모든 것</translation>
    </message>
    <message>
        <source>&amp;Duration:</source>
        <translation>지속 시간(&amp;D):</translation>
    </message>
    <message>
        <source>0 records until it is stopped, or until the command has ended</source>
        <translation>0이면 중지하거나 명령이 끝날 때까지 기록합니다</translation>
    </message>
    <message>
        <source>&amp;Period:</source>
        <translation>주기(&amp;P):</translation>
    </message>
    <message>
        <source>Time between samples; the kernel counts CPU time in steps of 10 ms, which shows below 0.1 s</source>
        <translation>샘플 사이의 시간. 커널은 CPU 시간을 10 ms 단위로 세며, 0.1초 미만에서는 그 영향이 나타납니다</translation>
    </message>
    <message>
        <source>&amp;Command:</source>
        <translation>명령(&amp;C):</translation>
    </message>
    <message>
        <source>A program and its arguments, started with the recording, without a shell; arguments with spaces in double quotes</source>
        <translation>기록과 함께 셸 없이 시작할 프로그램과 인수. 공백이 든 인수는 큰따옴표로 묶습니다</translation>
    </message>
    <message>
        <source>&amp;Save to:</source>
        <translation>저장 위치(&amp;S):</translation>
    </message>
    <message>
        <source>Written when the recording ends, even when it is stopped; without a name it can be exported later</source>
        <translation>기록이 끝나면, 중지해도 씁니다. 이름이 없으면 나중에 내보낼 수 있습니다</translation>
    </message>
    <message>
        <source>&amp;Record</source>
        <translation>기록(&amp;R)</translation>
    </message>
    <message>
        <source>The duration is shorter than half a period.</source>
        <translation>지속 시간이 주기의 절반보다 짧습니다.</translation>
    </message>
    <message>
        <source>The file&apos;s name has to end in %1, which says the format.</source>
        <translation>파일 이름은 형식을 나타내는 %1(으)로 끝나야 합니다.</translation>
    </message>
    <message>
        <source>The file is there already and will be replaced.</source>
        <translation>파일이 이미 있으며 대체됩니다.</translation>
    </message>
    <message>
        <source>The recording takes the place of %1; its plans and emulations are closed.</source>
        <translation>기록이 %1을(를) 대신합니다. 그 계획과 에뮬레이션은 닫힙니다.</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::RefinementChart</name>
    <message>
        <source>mean DTW</source>
        <translation>평균 DTW</translation>
    </message>
    <message>
        <source>floor</source>
        <translation>하한</translation>
    </message>
    <message>
        <source>open</source>
        <translation>열린 라운드</translation>
    </message>
    <message>
        <source>again</source>
        <translation>재실행</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>라운드</translation>
    </message>
    <message>
        <source>floor, measured</source>
        <translation>하한, 측정됨</translation>
    </message>
    <message numerus="yes">
        <source>Mean distance of %n round(s), best %1 in round %2, floor %3</source>
        <translation>
            <numerusform>라운드 %n회의 평균 거리, 최고는 라운드 %2의 %1, 하한 %3</numerusform>
        </translation>
    </message>
    <message>
        <source>No round yet</source>
        <translation>아직 라운드 없음</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::RefinementPanel</name>
    <message>
        <source>&amp;Refine</source>
        <translation>다듬기(&amp;R)</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>중지(&amp;T)</translation>
    </message>
    <message>
        <source>Refining executes the plan, compares it with the real trace window by window, corrects the stressors where the trace is missed, and repeats. The best plan is kept, and any round can be gone back to. Every round takes as long as the trace.</source>
        <translation>다듬기는 계획을 실행하고, 윈도별로 실제 트레이스와 비교하고, 트레이스와 어긋난 곳의 스트레서를 고치기를 되풀이합니다. 가장 좋은 계획이 남으며 어느 라운드로든 돌아갈 수 있습니다. 라운드마다 트레이스 길이만큼 걸립니다.</translation>
    </message>
    <message>
        <source>SIMULATED: it was executed on a machine that is computed, nothing was measured.</source>
        <translation>시뮬레이션: 계산으로 나타낸 머신에서 실행되었으며 측정된 것은 없습니다.</translation>
    </message>
    <message>
        <source>Rounds of the refinement</source>
        <translation>다듬기 라운드</translation>
    </message>
    <message>
        <source>Execute the plan, correct it where the trace is missed, and repeat</source>
        <translation>계획을 실행하고 트레이스와 어긋난 곳을 고치기를 되풀이합니다</translation>
    </message>
    <message>
        <source>Stop refining; finished rounds stay</source>
        <translation>다듬기를 중지합니다. 끝난 라운드는 남습니다</translation>
    </message>
    <message>
        <source>Corrections at most; it stops earlier when nothing improves</source>
        <translation>고치는 횟수의 상한. 나아지지 않으면 더 일찍 멈춥니다</translation>
    </message>
    <message>
        <source>R&amp;ounds:</source>
        <translation>라운드(&amp;O):</translation>
    </message>
    <message>
        <source>The plan is executed as it came.</source>
        <translation>원래 계획을 그대로 실행합니다.</translation>
    </message>
    <message>
        <source>Round %1 of %2 …</source>
        <translation>라운드 %1/%2 …</translation>
    </message>
    <message>
        <source>It was stopped.</source>
        <translation>중지되었습니다.</translation>
    </message>
    <message>
        <source>The floor is reached.</source>
        <translation>하한에 도달했습니다.</translation>
    </message>
    <message>
        <source>Nothing improves any more.</source>
        <translation>더 나아지지 않습니다.</translation>
    </message>
    <message>
        <source>The rounds are over.</source>
        <translation>라운드가 모두 끝났습니다.</translation>
    </message>
    <message>
        <source>Mean distance %1 as it came, %2 in the best round; floor %3.</source>
        <translation>평균 거리: 원래 %1, 최고 라운드 %2, 하한 %3.</translation>
    </message>
    <message>
        <source>Executed once more, the best plan has %1.</source>
        <translation>다시 실행했을 때 가장 좋은 계획의 거리는 %1입니다.</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::ReportFigures</name>
    <message>
        <source>Timelines</source>
        <translation>타임라인</translation>
    </message>
    <message>
        <source>Composition of the plan</source>
        <translation>계획의 구성</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::RoundModel</name>
    <message>
        <source>as it came</source>
        <translation>원래 계획</translation>
    </message>
    <message>
        <source>%1, best</source>
        <translation>%1, 최고</translation>
    </message>
    <message>
        <source>The plan of this round is open.</source>
        <translation>이 라운드의 계획이 열려 있습니다.</translation>
    </message>
    <message>
        <source>Choose it to go back to its plan.</source>
        <translation>고르면 그 계획으로 돌아갑니다.</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>라운드</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>평균</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::ScheduleView</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>외 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2, %3 of the window (%4)</source>
        <translation>%1: %2, 윈도의 %3(%4)</translation>
    </message>
    <message>
        <source>%1, here %2 from %3 on</source>
        <translation>%1, 여기서는 %3부터 %2 동안</translation>
    </message>
    <message>
        <source>%1: sleep</source>
        <translation>%1: 슬립</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Window %1 at %2</source>
        <translation>윈도 %1, 시각 %2</translation>
    </message>
    <message>
        <source> (in the order of execution; empty = sleep)</source>
        <translation> (실행 순서, 빈 곳 = 슬립)</translation>
    </message>
    <message>
        <source> (totals; empty = sleep)</source>
        <translation> (합계, 빈 곳 = 슬립)</translation>
    </message>
    <message>
        <source>, from simulated data</source>
        <translation>, 시뮬레이션 데이터 기반</translation>
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
        <translation>슬립 %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1(%2)</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::ScoreModel</name>
    <message>
        <source>MEAN</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>Not scored</source>
        <translation>점수 없음</translation>
    </message>
    <message>
        <source>%1, warped without a band</source>
        <translation>%1, 밴드 없이 와핑</translation>
    </message>
    <message numerus="yes">
        <source>%1, warped within a band of %n window(s)</source>
        <translation>
            <numerusform>%1, 윈도 %n개의 밴드 안에서 와핑</numerusform>
        </translation>
    </message>
    <message>
        <source>%1–%2</source>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>Only the real trace has this metric.</source>
        <translation>실제 트레이스에만 있는 지표입니다.</translation>
    </message>
    <message>
        <source>Only the emulated trace has this metric.</source>
        <translation>에뮬레이션 트레이스에만 있는 지표입니다.</translation>
    </message>
    <message>
        <source>Average difference per step after time warping, in units of the range; 0 = identical</source>
        <translation>시간 와핑 후 스텝당 평균 차이, 범위 단위. 0 = 동일</translation>
    </message>
    <message>
        <source>Root mean square difference without warping, in units of the range</source>
        <translation>와핑 없는 제곱평균제곱근 차이, 범위 단위</translation>
    </message>
    <message>
        <source>What the values were scaled by</source>
        <translation>값을 정규화한 기준</translation>
    </message>
    <message>
        <source>Windows left out because either side has no value</source>
        <translation>어느 한쪽에 값이 없어 제외된 윈도</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>지표</translation>
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
        <translation>범위</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>결측</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::ScorePanel</name>
    <message>
        <source>SIMULATED: both sides are computed, not measured.</source>
        <translation>시뮬레이션: 양쪽 모두 측정이 아니라 계산된 것입니다.</translation>
    </message>
    <message>
        <source>SIMULATED: the real side is computed, not measured.</source>
        <translation>시뮬레이션: 실제 쪽은 측정이 아니라 계산된 것입니다.</translation>
    </message>
    <message>
        <source>SIMULATED: the emulated side is computed, not measured.</source>
        <translation>시뮬레이션: 에뮬레이션 쪽은 측정이 아니라 계산된 것입니다.</translation>
    </message>
    <message>
        <source>Score of every metric</source>
        <translation>모든 지표의 점수</translation>
    </message>
    <message>
        <source>Run a plan here, or open a recorded emulation, to see how close it comes to the real trace.</source>
        <translation>여기서 계획을 실행하거나 기록된 에뮬레이션을 열어 실제 트레이스와 얼마나 가까운지 보세요.</translation>
    </message>
    <message numerus="yes">
        <source>%1 %n window(s) in %2 s. CPU time against the plan: %3 points off on average, %4 at most; 99 % of the windows began within %5 ms.</source>
        <translation>
            <numerusform>%1: 윈도 %n개, %2초. 계획 대비 CPU 시간의 차이는 평균 %3포인트, 최대 %4포인트입니다. 윈도의 99 %가 %5 ms 이내의 오차로 시작했습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped after</source>
        <translation>중지됨</translation>
    </message>
    <message>
        <source>Ran</source>
        <translation>실행 완료</translation>
    </message>
    <message>
        <source>&amp;Selected stretch only</source>
        <translation>선택 구간만(&amp;S)</translation>
    </message>
    <message>
        <source>Score what is selected in the timelines, by the ranges of the whole trace</source>
        <translation>타임라인에서 선택한 부분의 점수를 트레이스 전체의 범위를 기준으로 매깁니다</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::SelectionPanel</name>
    <message>
        <source>Drag with Shift in the timelines to select a stretch of time; 1 and 2 set measuring cursors.</source>
        <translation>타임라인에서 Shift를 누른 채 끌어 시간 구간을 선택하세요. 1과 2는 측정 커서를 놓습니다.</translation>
    </message>
    <message>
        <source>Statistics of the selected stretch</source>
        <translation>선택 구간의 통계</translation>
    </message>
    <message>
        <source>&amp;Copy the table</source>
        <translation>표 복사(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the statistics to the clipboard, for a spreadsheet</source>
        <translation>통계를 스프레드시트에 쓸 수 있게 클립보드로 복사합니다</translation>
    </message>
    <message>
        <source>Selected: %1 to %2 (%3)</source>
        <translation>선택 구간: %1 ~ %2(%3)</translation>
    </message>
    <message>
        <source>Everything: %1 to %2 (%3)</source>
        <translation>전체: %1 ~ %2(%3)</translation>
    </message>
    <message>
        <source>A at %1, B at %2, %3 apart</source>
        <translation>A %1, B %2, 간격 %3</translation>
    </message>
    <message>
        <source>A at %1</source>
        <translation>A %1</translation>
    </message>
    <message>
        <source>B at %1</source>
        <translation>B %1</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::SessionKeeper</name>
    <message>
        <source>Opening %1</source>
        <translation>%1 여는 중</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>%1 저장하는 중</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>저장하는 중</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::SignatureLegend</name>
    <message>
        <source>Brighter: stronger. Tilde: not monotone. Minus: falls. Dot: no change.</source>
        <translation>밝을수록 강함. 물결표: 단조 아님. 빼기: 감소. 점: 변화 없음.</translation>
    </message>
    <message>
        <source>weak</source>
        <translation>약함</translation>
    </message>
    <message>
        <source>the strongest of all stressors</source>
        <translation>모든 스트레서 중 가장 강함</translation>
    </message>
    <message>
        <source>~ not monotone   − falls   · no change</source>
        <translation>~ 단조 아님   − 감소   · 변화 없음</translation>
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
        <translation>측정되지 않음</translation>
    </message>
    <message>
        <source>Stressor</source>
        <translation>스트레서</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::SignatureTable</name>
    <message>
        <source>Stressors and what they do to each metric</source>
        <translation>스트레서와 각 지표에 미치는 영향</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::StatisticsModel</name>
    <message>
        <source>emulated</source>
        <translation>에뮬레이션</translation>
    </message>
    <message>
        <source>real</source>
        <translation>실제</translation>
    </message>
    <message>
        <source>Weighted by the time each sample covers</source>
        <translation>각 샘플이 차지하는 시간으로 가중</translation>
    </message>
    <message>
        <source>Standard deviation, weighted by the time each sample covers</source>
        <translation>표준 편차, 각 샘플이 차지하는 시간으로 가중</translation>
    </message>
    <message>
        <source>So many per cent of the samples are not above it</source>
        <translation>샘플 중 이 백분율만큼이 이 값 이하입니다</translation>
    </message>
    <message>
        <source>Samples without a value</source>
        <translation>값이 없는 샘플</translation>
    </message>
    <message>
        <source>At the second measuring cursor less at the first</source>
        <translation>둘째 측정 커서의 값에서 첫째의 값을 뺀 것</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>지표</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>구분</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>최소</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>최대</translation>
    </message>
    <message>
        <source>Std dev</source>
        <translation>표준 편차</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>중앙값</translation>
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
        <translation>결측</translation>
    </message>
    <message>
        <source>At A</source>
        <translation>A의 값</translation>
    </message>
    <message>
        <source>At B</source>
        <translation>B의 값</translation>
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
        <translation>이 머신</translation>
    </message>
    <message>
        <source>Another machine</source>
        <translation>다른 머신</translation>
    </message>
    <message numerus="yes">
        <source>%n CPU(s)</source>
        <translation>
            <numerusform>CPU %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stressor(s)</source>
        <translation>
            <numerusform>스트레서 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>measured %1</source>
        <translation>측정 %1</translation>
    </message>
    <message>
        <source>SIMULATED: these numbers were not measured on any machine.</source>
        <translation>시뮬레이션: 이 수치는 어떤 머신에서도 측정되지 않았습니다.</translation>
    </message>
    <message>
        <source>Other work took %1 % of the CPUs meanwhile; calibrate again when the machine is quiet.</source>
        <translation>그동안 다른 일이 CPU의 %1 %를 썼습니다. 머신이 한가할 때 다시 보정하세요.</translation>
    </message>
    <message>
        <source>Calibrate this machine</source>
        <translation>이 머신 보정</translation>
    </message>
    <message>
        <source>The stressors of this machine are not calibrated yet</source>
        <translation>이 머신의 스트레서는 아직 보정되지 않았습니다</translation>
    </message>
    <message>
        <source>A calibration runs every stressor alone on all CPUs at six doses, in random order, and records what each metric does: how strongly it answers, whether more of the stressor means more of it, and where it saturates. It takes about ten seconds per stressor and can be stopped and continued; nothing else should be running. The calibration of another machine can be dropped on this window.</source>
        <translation>보정은 모든 CPU에서 각 스트레서를 단독으로 여섯 가지 용량으로 무작위 순서에 따라 실행하고, 각 지표가 어떻게 되는지, 곧 얼마나 강하게 반응하는지, 스트레서가 늘면 지표도 느는지, 어디서 포화하는지를 기록합니다. 스트레서당 10초쯤 걸리며 중지했다가 이어서 할 수 있습니다. 다른 것은 실행하지 마세요. 다른 머신의 보정을 이 창에 끌어다 놓을 수 있습니다.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Not recorded: %1.</source>
        <translation>기록되지 않음: %1.</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; (%2): %3</source>
        <translation>&lt;b&gt;%1&lt;/b&gt;(%2): %3</translation>
    </message>
    <message>
        <source>Not available: %1</source>
        <translation>사용 불가: %1</translation>
    </message>
    <message>
        <source>Calibrating…</source>
        <translation>보정하는 중…</translation>
    </message>
    <message>
        <source>Calibrate again</source>
        <translation>다시 보정</translation>
    </message>
    <message>
        <source>Continue calibration</source>
        <translation>보정 계속</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::TestRunChart</name>
    <message numerus="yes">
        <source>%1: mean %2 of %n run(s)</source>
        <translation>
            <numerusform>%1: 실행 %n회의 평균 %2</numerusform>
        </translation>
    </message>
    <message>
        <source>No run yet</source>
        <translation>아직 실행 없음</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::TestRunForm</name>
    <message>
        <source> s</source>
        <translation> 초</translation>
    </message>
    <message>
        <source>Workload</source>
        <translation>워크로드</translation>
    </message>
    <message>
        <source>Workloads and plans (*)</source>
        <translation>워크로드와 계획 (*)</translation>
    </message>
    <message>
        <source>Fold it onto the CPUs there are</source>
        <translation>있는 CPU 수에 맞춰 접기</translation>
    </message>
    <message>
        <source>Progress of the test run</source>
        <translation>시험 실행 진행률</translation>
    </message>
    <message>
        <source>Ends all that was started; finished runs stay</source>
        <translation>시작한 것을 모두 끝냅니다. 끝난 실행은 남습니다</translation>
    </message>
    <message>
        <source>Time of the command</source>
        <translation>명령의 시간</translation>
    </message>
    <message>
        <source>Throughput that it prints</source>
        <translation>명령이 출력하는 처리량</translation>
    </message>
    <message>
        <source>Latency that it prints</source>
        <translation>명령이 출력하는 지연 시간</translation>
    </message>
    <message>
        <source>for example: make -j2</source>
        <translation>예: make -j2</translation>
    </message>
    <message>
        <source>none, or one that runs already</source>
        <translation>없음 또는 이미 실행 중인 것</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>for example: requests/s</source>
        <translation>예: requests/s</translation>
    </message>
    <message>
        <source>&amp;Workload:</source>
        <translation>워크로드(&amp;W):</translation>
    </message>
    <message>
        <source>An exported workload, or a plan; it is repeated until the command ends</source>
        <translation>내보낸 워크로드 또는 계획. 명령이 끝날 때까지 되풀이됩니다</translation>
    </message>
    <message>
        <source>A plan for more CPUs than there are runs the mean of the rows each of them stands for</source>
        <translation>있는 것보다 많은 CPU를 위한 계획이면, 각 CPU가 맡은 행들의 평균을 실행합니다</translation>
    </message>
    <message>
        <source>&amp;Command:</source>
        <translation>명령(&amp;C):</translation>
    </message>
    <message>
        <source>What is tested, as a shell understands it; it has to end by itself</source>
        <translation>시험할 대상, 셸이 이해하는 형태. 스스로 끝나야 합니다</translation>
    </message>
    <message>
        <source>S&amp;ervice:</source>
        <translation>서비스(&amp;E):</translation>
    </message>
    <message>
        <source>A shell command of what the command is a client of; it is started before each run and ended after it</source>
        <translation>명령이 클라이언트로 접속할 대상의 셸 명령. 각 실행 전에 시작되고 실행 후에 끝납니다</translation>
    </message>
    <message>
        <source>Read&amp;y after:</source>
        <translation>준비 시간(&amp;Y):</translation>
    </message>
    <message>
        <source>Time that the service is given to start</source>
        <translation>서비스가 시작되도록 주는 시간</translation>
    </message>
    <message>
        <source>Real &amp;mix:</source>
        <translation>실제 믹스(&amp;M):</translation>
    </message>
    <message>
        <source>A shell command that runs the real neighbours until it is ended, to compare the workload with</source>
        <translation>끝낼 때까지 실제 이웃 애플리케이션을 실행하는 셸 명령. 워크로드와 비교하는 데 씁니다</translation>
    </message>
    <message>
        <source>Measu&amp;re:</source>
        <translation>측정(&amp;R):</translation>
    </message>
    <message>
        <source>&amp;Pattern:</source>
        <translation>패턴(&amp;P):</translation>
    </message>
    <message>
        <source>A regular expression whose one group, in parentheses, is the number; of several matches in what the command prints the last counts</source>
        <translation>괄호로 묶은 그룹 하나가 수치인 정규식. 명령의 출력에 여러 번 일치하면 마지막 것을 씁니다</translation>
    </message>
    <message>
        <source>&amp;Unit:</source>
        <translation>단위(&amp;U):</translation>
    </message>
    <message>
        <source>R&amp;uns of each:</source>
        <translation>각 실행 횟수(&amp;U):</translation>
    </message>
    <message>
        <source>Alone and beside take turns; more runs make the intervals narrower</source>
        <translation>단독과 함께를 번갈아 실행합니다. 횟수가 많을수록 구간이 좁아집니다</translation>
    </message>
    <message>
        <source>Se&amp;ttle:</source>
        <translation>안정화(&amp;T):</translation>
    </message>
    <message>
        <source>Time from the start of the workload, or the mix, to that of the command</source>
        <translation>워크로드나 믹스의 시작부터 명령의 시작까지의 시간</translation>
    </message>
    <message>
        <source>Pause:</source>
        <translation>휴지:</translation>
    </message>
    <message>
        <source>Time between runs</source>
        <translation>실행 사이의 시간</translation>
    </message>
    <message>
        <source>Name a workload, or open a plan.</source>
        <translation>워크로드를 지정하거나 계획을 여세요.</translation>
    </message>
    <message>
        <source>There is no such workload.</source>
        <translation>그런 워크로드가 없습니다.</translation>
    </message>
    <message>
        <source>Enter the command that is to be tested.</source>
        <translation>시험할 명령을 입력하세요.</translation>
    </message>
    <message>
        <source>Enter the pattern that finds the number.</source>
        <translation>수치를 찾는 패턴을 입력하세요.</translation>
    </message>
    <message>
        <source>the plan that is open: %1</source>
        <translation>열려 있는 계획: %1</translation>
    </message>
    <message>
        <source>Run the test</source>
        <translation>시험 실행</translation>
    </message>
    <message>
        <source>The machine is busy with something else.</source>
        <translation>머신이 다른 일을 하고 있습니다.</translation>
    </message>
    <message>
        <source>Nothing else should be running meanwhile.</source>
        <translation>그동안 다른 것은 실행하지 마세요.</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::TestRunLanes</name>
    <message>
        <source>What the run alone is compared with</source>
        <translation>단독 실행과 비교할 대상</translation>
    </message>
    <message>
        <source>%1, run %2</source>
        <translation>%1, 실행 %2</translation>
    </message>
    <message>
        <source>solid: %1</source>
        <translation>실선: %1</translation>
    </message>
    <message>
        <source>dashed: %1</source>
        <translation>파선: %1</translation>
    </message>
    <message>
        <source>The machine during the runs appears here; very short runs are not recorded.</source>
        <translation>실행 중의 머신이 여기에 나타납니다. 아주 짧은 실행은 기록되지 않습니다.</translation>
    </message>
    <message>
        <source>The machine; %1</source>
        <translation>머신, %1</translation>
    </message>
    <message>
        <source>Of every condition the run whose value is nearest to the median.</source>
        <translation>각 조건에서 값이 중앙값에 가장 가까운 실행입니다.</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::TestRunPanel</name>
    <message>
        <source>Save report…</source>
        <translation>보고서 저장…</translation>
    </message>
    <message>
        <source>SIMULATED origin: the workload&apos;s plan was made from simulated measurements. It was executed on a real machine, and the numbers here were measured.</source>
        <translation>시뮬레이션 출처: 워크로드의 계획은 시뮬레이션 측정값으로 만들었습니다. 실행은 실제 머신에서 했으며 여기의 수치는 측정된 것입니다.</translation>
    </message>
    <message>
        <source>Every point is a run, in their order; the diamond is the mean with its 95 % interval.</source>
        <translation>점 하나가 실행 하나이며 실행 순서대로입니다. 마름모는 평균과 그 95 % 구간입니다.</translation>
    </message>
    <message>
        <source>Write the runs and their recordings, to be opened again</source>
        <translation>실행과 그 기록을 나중에 다시 열 수 있게 씁니다</translation>
    </message>
    <message>
        <source>Conditions and slowdowns</source>
        <translation>조건과 속도 저하</translation>
    </message>
    <message>
        <source>The command runs alone first; its runs appear here one by one.</source>
        <translation>먼저 명령이 단독으로 실행됩니다. 실행이 여기에 하나씩 나타납니다.</translation>
    </message>
    <message>
        <source>A test run shows what an application suffers beside a workload: the command is run alone and beside it in turn. Name the command on the left, and a workload, or open a plan. The report of an earlier test run can be dropped on this window.</source>
        <translation>시험 실행은 애플리케이션이 워크로드와 함께일 때 겪는 영향을 보여 줍니다. 명령을 단독으로, 그리고 함께 번갈아 실행합니다. 왼쪽에 명령과 워크로드를 지정하거나 계획을 여세요. 이전 시험 실행의 보고서를 이 창에 끌어다 놓을 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 beside %2</source>
        <translation>%1, %2와(과) 함께</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Slowdown beside the workload: %1 % (95 %: %2).</source>
        <translation>워크로드와 함께일 때의 속도 저하: %1 %(95 %: %2).</translation>
    </message>
    <message>
        <source>Slowdown beside the workload: %1 %, of too few or too uneven runs for an interval.</source>
        <translation>워크로드와 함께일 때의 속도 저하: %1 %, 실행이 너무 적거나 고르지 않아 구간을 낼 수 없습니다.</translation>
    </message>
    <message>
        <source>Degradation difference to the real mix: %1 points (95 %: %2).</source>
        <translation>실제 믹스와의 성능 저하 차이: %1포인트(95 %: %2).</translation>
    </message>
    <message>
        <source>It was stopped before all runs were made.</source>
        <translation>모든 실행이 끝나기 전에 중지되었습니다.</translation>
    </message>
    <message>
        <source>Run %1 %2 does not count: %3</source>
        <translation>실행 %1(%2)은 집계하지 않습니다: %3</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>외 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Settings of the test run</source>
        <translation>테스트 실행 설정</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::TimelineView</name>
    <message>
        <source>Time since the start</source>
        <translation>시작 후 시간</translation>
    </message>
    <message>
        <source>Local time</source>
        <translation>현지 시각</translation>
    </message>
    <message>
        <source>DTW distance</source>
        <translation>DTW 거리</translation>
    </message>
    <message numerus="yes">
        <source>%n metric(s)</source>
        <translation>
            <numerusform>지표 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n core(s)</source>
        <translation>
            <numerusform>코어 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Real</source>
        <translation>실제</translation>
    </message>
    <message>
        <source>Emulated</source>
        <translation>에뮬레이션</translation>
    </message>
    <message>
        <source>Timelines</source>
        <translation>타임라인</translation>
    </message>
    <message>
        <source>One lane per metric over time; the real trace is solid, the emulated one dashed.</source>
        <translation>시간에 따라 지표마다 레인 하나. 실제 트레이스는 실선, 에뮬레이션은 파선입니다.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n metric(s)</source>
        <translation>
            <numerusform>%1: 지표 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>CPU utilisation of %n core(s)</source>
        <translation>
            <numerusform>코어 %n개의 CPU 사용률</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1(%2)</translation>
    </message>
    <message>
        <source>%1: %2 to %3, source: %4</source>
        <translation>%1: %2 ~ %3, 출처: %4</translation>
    </message>
    <message>
        <source>at the cursor %1</source>
        <translation>커서 위치에서 %1</translation>
    </message>
    <message>
        <source>no value at the cursor</source>
        <translation>커서 위치에 값 없음</translation>
    </message>
    <message>
        <source>DTW distance %1</source>
        <translation>DTW 거리 %1</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… 외 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>One lane per metric over time; solid: %1, dashed: %2.</source>
        <translation>시간에 따라 지표마다 레인 하나. 실선: %1, 파선: %2.</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::TrainPointModel</name>
    <message>
        <source>Step</source>
        <translation>스텝</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>Time trained</source>
        <translation>학습 시간</translation>
    </message>
    <message>
        <source>Training loss</source>
        <translation>학습 손실</translation>
    </message>
    <message>
        <source>Held-out loss</source>
        <translation>검증 손실</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>그래디언트 노름</translation>
    </message>
    <message>
        <source>The point with the smallest held-out loss, whose weights the model keeps</source>
        <translation>검증 손실이 가장 작은 지점이며, 모델은 이때의 가중치를 보존합니다</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::TrainingCharts</name>
    <message>
        <source>training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>held out</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>best</source>
        <translation>최고</translation>
    </message>
    <message>
        <source>gradient norm (right)</source>
        <translation>그래디언트 노름(오른쪽)</translation>
    </message>
    <message>
        <source>Loss on simulated samples over steps, logarithmic</source>
        <translation>스텝에 따른 시뮬레이션 샘플의 손실, 로그 눈금</translation>
    </message>
    <message>
        <source>Loss over steps, logarithmic</source>
        <translation>스텝에 따른 손실, 로그 눈금</translation>
    </message>
    <message>
        <source>Learning rate and gradient norm over steps</source>
        <translation>스텝에 따른 학습률과 그래디언트 노름</translation>
    </message>
    <message>
        <source>learning rate (left)</source>
        <translation>학습률(왼쪽)</translation>
    </message>
    <message>
        <source>learning rate (left, × %1)</source>
        <translation>학습률(왼쪽, × %1)</translation>
    </message>
    <message>
        <source>Training on simulated samples</source>
        <translation>시뮬레이션 샘플로 학습</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>%1, nothing held out measured yet</source>
        <translation>%1, 아직 검증 측정 없음</translation>
    </message>
    <message>
        <source>%1, best held-out loss %2 at step %3</source>
        <translation>%1, 최고 검증 손실 %2(스텝 %3)</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::TrainingForm</name>
    <message>
        <source>Data set</source>
        <translation>데이터 집합</translation>
    </message>
    <message>
        <source>Data sets (*.h5 *.hdf5)</source>
        <translation>데이터 집합 (*.h5 *.hdf5)</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Models (*.safetensors)</source>
        <translation>모델 (*.safetensors)</translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <translation>학습 진행률</translation>
    </message>
    <message>
        <source>Forget the training that was stopped</source>
        <translation>중지한 학습을 버립니다</translation>
    </message>
    <message>
        <source>Keep what was learnt so far, to be continued</source>
        <translation>지금까지 배운 내용을 보존하여 나중에 이어 갑니다</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 분</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>제한 없음</translation>
    </message>
    <message>
        <source>&amp;Data set:</source>
        <translation>데이터 집합(&amp;D):</translation>
    </message>
    <message>
        <source>M&amp;odel:</source>
        <translation>모델(&amp;O):</translation>
    </message>
    <message>
        <source>A&amp;rchitecture:</source>
        <translation>아키텍처(&amp;R):</translation>
    </message>
    <message>
        <source>The set transformer knows CPUs of a socket as interchangeable; the U-Net is the paper&apos;s network</source>
        <translation>Set Transformer는 한 소켓의 CPU를 서로 바꿀 수 있는 것으로 다룹니다. U-Net은 논문의 신경망입니다</translation>
    </message>
    <message>
        <source>&amp;Time limit:</source>
        <translation>시간 제한(&amp;T):</translation>
    </message>
    <message>
        <source>Training ends after this time, or after the epochs; the learning rate falls towards the end</source>
        <translation>이 시간이 지나거나 에포크를 마치면 학습이 끝납니다. 학습률은 끝으로 갈수록 낮아집니다</translation>
    </message>
    <message>
        <source>E&amp;pochs:</source>
        <translation>에포크(&amp;P):</translation>
    </message>
    <message>
        <source>Times every sample is seen</source>
        <translation>모든 샘플을 보는 횟수</translation>
    </message>
    <message>
        <source>&amp;Batch:</source>
        <translation>배치(&amp;B):</translation>
    </message>
    <message>
        <source>Samples per step</source>
        <translation>스텝당 샘플 수</translation>
    </message>
    <message>
        <source>S&amp;eed:</source>
        <translation>시드(&amp;E):</translation>
    </message>
    <message>
        <source>Of weights, split, order and noise</source>
        <translation>가중치, 분할, 순서, 잡음의 시드</translation>
    </message>
    <message>
        <source>Reading the data set…</source>
        <translation>데이터 집합을 읽는 중…</translation>
    </message>
    <message>
        <source>Continue training</source>
        <translation>학습 계속</translation>
    </message>
    <message>
        <source>Train again</source>
        <translation>다시 학습</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>No data set is installed for this machine yet: collect training data (menu Workload), or choose a file.</source>
        <translation>이 머신에는 아직 데이터 집합이 설치되어 있지 않습니다. 학습 데이터를 수집하거나(워크로드 메뉴) 파일을 고르세요.</translation>
    </message>
    <message>
        <source>There is no such data set.</source>
        <translation>그런 데이터 집합이 없습니다.</translation>
    </message>
    <message>
        <source>The machine is being measured; training waits for that.</source>
        <translation>머신을 측정하는 중입니다. 학습은 그것이 끝나기를 기다립니다.</translation>
    </message>
    <message>
        <source>A training of this model was stopped and can go on.</source>
        <translation>이 모델의 학습이 중지되어 있으며 이어서 할 수 있습니다.</translation>
    </message>
    <message>
        <source>Training replaces the model when it is done.</source>
        <translation>끝나면 학습 결과가 모델을 대체합니다.</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::TrainingPanel</name>
    <message>
        <source>utilisation of each CPU</source>
        <translation>각 CPU의 사용률</translation>
    </message>
    <message>
        <source>Stressors: %1.</source>
        <translation>스트레서: %1.</translation>
    </message>
    <message>
        <source>Metrics: %1.</source>
        <translation>지표: %1.</translation>
    </message>
    <message>
        <source>%1 is not followed: %2.</source>
        <translation>%1은(는) 따르지 않습니다: %2.</translation>
    </message>
    <message>
        <source>Its forward model is off by %1 of the ranges on held-out samples.</source>
        <translation>순방향 모델의 오차는 검증 샘플에서 범위의 %1배입니다.</translation>
    </message>
    <message>
        <source>Machine: %1.</source>
        <translation>머신: %1.</translation>
    </message>
    <message>
        <source>It was aligned by executing %L1 windows on: %2.</source>
        <translation>윈도 %L1개를 다음에서 실행하여 정렬했습니다: %2.</translation>
    </message>
    <message>
        <source>%1, the log of an alignment</source>
        <translation>%1, 정렬 로그</translation>
    </message>
    <message>
        <source>%1, the log of a training</source>
        <translation>%1, 학습 로그</translation>
    </message>
    <message>
        <source>%1, unfinished</source>
        <translation>%1, 끝나지 않음</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Align</source>
        <translation>정렬</translation>
    </message>
    <message>
        <source>Which curves are shown</source>
        <translation>표시할 곡선</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Alignment</source>
        <translation>정렬</translation>
    </message>
    <message>
        <source>Curves begin with the first measurement of the held-out loss.</source>
        <translation>곡선은 검증 손실을 처음 측정할 때부터 시작됩니다.</translation>
    </message>
    <message>
        <source>Curves begin with the first execution of the held-out windows.</source>
        <translation>곡선은 검증 윈도를 처음 실행할 때부터 시작됩니다.</translation>
    </message>
    <message>
        <source>A model learns from the data set of a machine which compositions of stressors bring about which metrics; the diffusion method then draws compositions from it. Train one here, or drop a model&apos;s file or the log of a training or alignment that runs elsewhere on this window to see how it goes.</source>
        <translation>모델은 머신의 데이터 집합에서 어떤 스트레서 구성이 어떤 지표를 일으키는지 배우고, 확산 방법은 거기서 구성을 뽑습니다. 여기서 모델을 학습하거나, 모델 파일 또는 다른 곳에서 진행 중인 학습이나 정렬의 로그를 이 창에 끌어다 놓아 경과를 보세요.</translation>
    </message>
    <message>
        <source>SIMULATED: its plans were executed on no real machine.</source>
        <translation>시뮬레이션: 이 모델의 계획은 실제 머신에서 실행되지 않았습니다.</translation>
    </message>
    <message>
        <source>SIMULATED: it learnt from measurements of no real machine.</source>
        <translation>시뮬레이션: 이 모델은 실제 머신의 측정값에서 배우지 않았습니다.</translation>
    </message>
    <message>
        <source>Last and best point of the alignment</source>
        <translation>정렬의 마지막 지점과 최고 지점</translation>
    </message>
    <message>
        <source>Last and best point of the training</source>
        <translation>학습의 마지막 지점과 최고 지점</translation>
    </message>
    <message>
        <source>Settings of the training</source>
        <translation>학습 설정</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::VersionComparison</name>
    <message>
        <source>%1 (from simulated data)</source>
        <translation>%1(시뮬레이션 데이터 기반)</translation>
    </message>
    <message>
        <source>not scored</source>
        <translation>점수 없음</translation>
    </message>
    <message>
        <source>First version</source>
        <translation>첫째 버전</translation>
    </message>
    <message>
        <source>Second version</source>
        <translation>둘째 버전</translation>
    </message>
    <message>
        <source>There are no two versions of a plan yet. A version begins when a plan is generated, opened, refined or edited.</source>
        <translation>아직 계획의 버전이 두 개가 되지 않습니다. 계획을 생성하거나 열거나 다듬거나 편집하면 버전이 생깁니다.</translation>
    </message>
    <message>
        <source>&amp;First:</source>
        <translation>첫째(&amp;F):</translation>
    </message>
    <message>
        <source>&amp;Second:</source>
        <translation>둘째(&amp;S):</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Second less first (orange: more in the second; blue: less)</source>
        <translation>둘째에서 첫째를 뺀 것(주황: 둘째가 많음, 파랑: 적음)</translation>
    </message>
    <message>
        <source>Mean DTW distance: %1 and %2</source>
        <translation>평균 DTW 거리: %1, %2</translation>
    </message>
    <message>
        <source>; %1 and %2 windows on %3 and %4 CPUs</source>
        <translation>; 윈도 %1개와 %2개, CPU %3개와 %4개</translation>
    </message>
    <message numerus="yes">
        <source>; %n window(s) differ</source>
        <translation>
            <numerusform>; 윈도 %n개가 다름</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::VersionModel</name>
    <message>
        <source>%1 (simulated)</source>
        <translation>%1(시뮬레이션)</translation>
    </message>
    <message>
        <source>Plan: %1</source>
        <translation>계획: %1</translation>
    </message>
    <message>
        <source>Emulation: %1</source>
        <translation>에뮬레이션: %1</translation>
    </message>
    <message>
        <source>It was not run yet, so there is nothing to compare.</source>
        <translation>아직 실행하지 않아 비교할 것이 없습니다.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>버전</translation>
    </message>
    <message>
        <source>MEAN</source>
        <translation>평균</translation>
    </message>
</context>
<context>
    <name>mimesys::widgets::VersionsPanel</name>
    <message>
        <source>Add &amp;baselines</source>
        <translation>기준 계획 추가(&amp;B)</translation>
    </message>
    <message>
        <source>Run &amp;all</source>
        <translation>모두 실행(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>열기(&amp;O)</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>이름 바꾸기(&amp;N)</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>제거(&amp;M)</translation>
    </message>
    <message>
        <source>Every plan that is made or opened for this trace, and every run of it, becomes a version here, to be put back, compared and drawn beside the others.</source>
        <translation>이 트레이스를 위해 만들거나 연 모든 계획과 그 모든 실행이 여기서 버전이 되어, 되돌리고 비교하고 다른 것들 옆에 그릴 수 있습니다.</translation>
    </message>
    <message>
        <source>Versions of the plan with their distances to the real trace</source>
        <translation>계획의 버전과 실제 트레이스와의 거리</translation>
    </message>
    <message>
        <source>Show this version</source>
        <translation>이 버전을 보입니다</translation>
    </message>
    <message>
        <source>Give this version another name</source>
        <translation>이 버전에 다른 이름을 붙입니다</translation>
    </message>
    <message>
        <source>Forget this version; files stay</source>
        <translation>이 버전을 목록에서 지웁니다. 파일은 남습니다</translation>
    </message>
    <message>
        <source>Make a plan by every method that works from the data set, to compare with</source>
        <translation>데이터 집합을 쓰는 모든 방법으로 비교용 계획을 만듭니다</translation>
    </message>
    <message>
        <source>Run every version here that was not run yet, one after the other</source>
        <translation>아직 실행하지 않은 여기의 모든 버전을 차례로 실행합니다</translation>
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
        <translation>자원 사용 트레이스를, 기록된 애플리케이션이 실행 중인 것처럼 머신을 보이게 하는 워크로드로 바꾸고, 얼마나 잘하는지 잽니다.</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Open a trace…</source>
        <translation>트레이스 열기…</translation>
    </message>
    <message>
        <source>HPCPerfStats, pqos, CSV or HDF5, also packed with gzip. Files can be dropped on the window too.</source>
        <translation>HPCPerfStats, pqos, CSV 또는 HDF5이며 gzip으로 압축되어도 됩니다. 파일을 창에 끌어다 놓아도 됩니다.</translation>
    </message>
    <message>
        <source>Record this machine…</source>
        <translation>이 머신 기록하기…</translation>
    </message>
    <message>
        <source>Records what runs here now, or a command&apos;s run, as a trace.</source>
        <translation>지금 여기서 실행되는 것이나 명령의 실행을 트레이스로 기록합니다.</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>예제 열기</translation>
    </message>
    <message>
        <source>A trace of real applications, to look around without data of your own.</source>
        <translation>자기 데이터 없이 둘러볼 수 있는 실제 애플리케이션의 트레이스입니다.</translation>
    </message>
    <message>
        <source>Opened last</source>
        <translation>최근에 연 파일</translation>
    </message>
    <message>
        <source>Files you open are listed here, so that you find them again.</source>
        <translation>연 파일이 여기에 나열되어 다시 찾을 수 있습니다.</translation>
    </message>
    <message>
        <source>From a trace to a workload</source>
        <translation>트레이스에서 워크로드까지</translation>
    </message>
    <message>
        <source>1. Look</source>
        <translation>1. 보기</translation>
    </message>
    <message>
        <source>Open a trace: every metric on one time axis.</source>
        <translation>트레이스를 엽니다. 모든 지표가 한 시간축에 보입니다.</translation>
    </message>
    <message>
        <source>2. Generate</source>
        <translation>2. 생성</translation>
    </message>
    <message>
        <source>Make a plan of stressors that imitates it on this machine.</source>
        <translation>이 머신에서 흉내 내는 스트레서 계획을 만듭니다.</translation>
    </message>
    <message>
        <source>3. Run</source>
        <translation>3. 실행</translation>
    </message>
    <message>
        <source>Execute the plan here; what happens is recorded and scored.</source>
        <translation>여기서 계획을 실행합니다. 일어나는 일이 기록되고 점수가 매겨집니다.</translation>
    </message>
    <message>
        <source>4. Export</source>
        <translation>4. 내보내기</translation>
    </message>
    <message>
        <source>Write one file that runs the workload anywhere.</source>
        <translation>어디서나 워크로드를 실행하는 파일 하나를 씁니다.</translation>
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
        <translation>%1 여는 중</translation>
    </message>
    <message numerus="yes">
        <source>Opening %n file(s)</source>
        <translation>
            <numerusform>파일 %n개 여는 중</numerusform>
        </translation>
    </message>
    <message>
        <source>Scoring</source>
        <translation>점수 매기는 중</translation>
    </message>
    <message>
        <source>Opening the calibration</source>
        <translation>보정 여는 중</translation>
    </message>
    <message>
        <source>Calibrating</source>
        <translation>보정하는 중</translation>
    </message>
    <message>
        <source>The stressors of this machine are calibrated.</source>
        <translation>이 머신의 스트레서를 보정했습니다.</translation>
    </message>
    <message>
        <source>run in progress</source>
        <translation>진행 중인 실행</translation>
    </message>
    <message>
        <source>Running %1</source>
        <translation>%1 실행 중</translation>
    </message>
    <message>
        <source>Exporting %1</source>
        <translation>%1 내보내는 중</translation>
    </message>
    <message>
        <source>%1 was written.</source>
        <translation>%1을(를) 썼습니다.</translation>
    </message>
    <message>
        <source>Collecting training data</source>
        <translation>학습 데이터 수집 중</translation>
    </message>
    <message numerus="yes">
        <source>Training data collected: %n sample(s); %1.</source>
        <translation>
            <numerusform>학습 데이터를 수집했습니다: 샘플 %n개. %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>They are simulated.</source>
        <translation>시뮬레이션된 것입니다.</translation>
    </message>
    <message>
        <source>Other work took %1 points of every CPU meanwhile; collect again when the machine is quiet.</source>
        <translation>그동안 다른 일이 모든 CPU에서 %1포인트를 썼습니다. 머신이 한가할 때 다시 수집하세요.</translation>
    </message>
    <message>
        <source>Opening the data set</source>
        <translation>데이터 집합 여는 중</translation>
    </message>
    <message numerus="yes">
        <source>The trace has %n CPU(s) and the model %1; fitting averages or repeats them.</source>
        <translation>
            <numerusform>트레이스의 CPU는 %n개, 모델의 CPU는 %1개입니다. 맞추면 CPU를 평균하거나 반복합니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>The model uses stressors this program does not have, which fitting leaves out: %1.</source>
        <translation>모델이 이 프로그램에 없는 스트레서를 쓰며, 맞추면 이를 뺍니다: %1.</translation>
    </message>
    <message>
        <source>Generating a plan (%1)</source>
        <translation>계획 생성 중(%1)</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>파일 %1이(가) 없습니다.</translation>
    </message>
    <message>
        <source>Opening the model</source>
        <translation>모델 여는 중</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>The model %1 is trained.</source>
        <translation>모델 %1을(를) 학습했습니다.</translation>
    </message>
    <message>
        <source>Aligning</source>
        <translation>정렬하는 중</translation>
    </message>
    <message>
        <source>The model %1 is aligned.</source>
        <translation>모델 %1을(를) 정렬했습니다.</translation>
    </message>
    <message>
        <source>Refining %1</source>
        <translation>%1 다듬는 중</translation>
    </message>
    <message>
        <source>%1 was not opened: it would take the place of the recording in progress. Stop that first.</source>
        <translation>%1을(를) 열지 않았습니다. 진행 중인 기록을 대신하게 되므로 먼저 기록을 중지하세요.</translation>
    </message>
    <message>
        <source>interrupted run</source>
        <translation>중단된 실행</translation>
    </message>
    <message>
        <source>recording in progress</source>
        <translation>진행 중인 기록</translation>
    </message>
    <message>
        <source>this machine</source>
        <translation>이 머신</translation>
    </message>
    <message>
        <source>Recording %1</source>
        <translation>%1 기록 중</translation>
    </message>
    <message>
        <source>interrupted recording</source>
        <translation>중단된 기록</translation>
    </message>
    <message>
        <source>Its format has no place for %1; export the real trace to a .h5 file to keep everything.</source>
        <translation>그 형식에는 %1을(를) 담을 수 없습니다. 모두 보존하려면 실제 트레이스를 .h5 파일로 내보내세요.</translation>
    </message>
    <message>
        <source>The command ended with exit code %1; its recording is complete.</source>
        <translation>명령이 종료 코드 %1(으)로 끝났습니다. 기록은 완전합니다.</translation>
    </message>
    <message>
        <source>Making a part of the plan anew (%1)</source>
        <translation>계획의 일부를 새로 만드는 중(%1)</translation>
    </message>
    <message>
        <source>Make anew by %1%2</source>
        <translation>%1(으)로 새로 만들기%2</translation>
    </message>
    <message>
        <source>Testing %1</source>
        <translation>%1 시험 중</translation>
    </message>
</context>
</TS>
