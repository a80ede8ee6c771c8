BeforeDiscovery {
    $script:Browser = @(
        $env:CHROME_PATH
        foreach ($name in 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge') {
            (Get-Command $name -CommandType Application -ErrorAction Ignore | Select-Object -First 1).Source
        }
    ) | Where-Object { $_ -and (Test-Path $_) } | Select-Object -First 1
    $script:WithBrowser = @{ Browser = $script:Browser }
}

BeforeAll {
    . "$PSScriptRoot/TestSupport.ps1"
    Import-StagedModule
    $script:Sandbox = Start-ConnectOutboundSandbox -RequestsPerSecond 0 -ConcurrentChat 100000

    function Get-Result {
        # Results as they come: 20 that are started, one that is invalid.
        param([hashtable] $With = @{})
        $common = Get-Common $script:Sandbox $With
        $rows = @(Get-Row 20) + [pscustomobject]@{ PhoneNumber = '12'; Name = 'Nobody' }
        $rows | Start-ConnectOutboundChat @common -ErrorAction Ignore -WarningAction Ignore
    }

    function Get-Listed {
        # The rows in the page's data.
        param([string] $Path)
        $null = (Get-Content $Path -Raw) -match '(?s)<script type="application/json" id="data">(.*?)</script>'
        $data = $Matches[1] | ConvertFrom-Json -NoEnumerate
        foreach ($row in $data.rows) {
            [pscustomobject]@{
                RowNumber = $row[0]
                Destination = $row[1]
                Status = $data.statuses[$row[2]]
                Attempts = $row[5]
                At = $row[6]
                Took = $row[7]
                ContactId = $row[9]
            }
        }
    }

    function Get-Group {
        param($Row)
        ($Row | Group-Object Status | Sort-Object Name | ForEach-Object { "$($_.Name)=$($_.Count)" }) -join ' '
    }

    function New-Result {
        [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'A helper of tests.')]
        param([int] $RowNumber, [string] $Status = 'Failed', [string] $Reason = 'Refused.', [string] $Destination = '+12065550100')
        [pscustomobject]@{
            RowNumber = $RowNumber
            Status = $Status
            Destination = $Destination
            Reason = $Reason
            ErrorCode = 'ConflictException'
            Attempts = 1
        }
    }
}

AfterAll {
    $script:Sandbox | Stop-ConnectOutboundSandbox
}

Describe 'Export-ConnectOutboundReport' {
    BeforeEach {
        $script:Sandbox.Clear()
        $script:Folder = (New-Item (Join-Path $TestDrive ([guid]::NewGuid())) -ItemType Directory).FullName
        $script:Page = Join-Path $script:Folder 'report.html'
    }

    It 'writes the results that come down the pipeline, and gives the file' {
        $file = Get-Result | Export-ConnectOutboundReport $script:Page
        $file | Should -BeOfType System.IO.FileInfo
        $file.FullName | Should -Be $script:Page
        $listed = @(Get-Listed $script:Page)
        Get-Group $listed | Should -Be 'Invalid=1 Started=20'
        @($listed.ContactId | Where-Object { $_ } | Sort-Object) | Should -Be @($script:Sandbox.Contacts.ContactId | Sort-Object)
        (Get-ChildItem $script:Folder -Force).Name | Should -Be 'report.html'
    }

    It 'masks numbers unless -ShowNumber is given' {
        $results = Get-Result
        $results | Export-ConnectOutboundReport $script:Page
        Get-Content $script:Page -Raw | Should -Not -Match '\+?1206555'
        (Get-Listed $script:Page)[0].Destination | Should -Be "$([char]0x2026)0100"
        $results | Export-ConnectOutboundReport $script:Page -ShowNumber
        (Get-Listed $script:Page)[0].Destination | Should -Be '+12065550100'
    }

    It 'reads results that <How> saved' -ForEach @(
        @{ How = 'Export-Csv'; Save = { $_ | Export-Csv $script:Saved }; Read = { Import-Csv $script:Saved } }
        @{ How = 'Export-Clixml'; Save = { $_ | Export-Clixml $script:Saved }; Read = { Import-Clixml $script:Saved } }
        @{ How = 'ConvertTo-Json'; Save = { $_ | ConvertTo-Json -Depth 3 | Set-Content $script:Saved }
            Read = { Get-Content $script:Saved -Raw | ConvertFrom-Json } }
        @{ How = 'Select-Object'; Save = { $script:Kept = $_ | Select-Object * }; Read = { $script:Kept } }
    ) {
        $results = Get-Result
        $live = Join-Path $script:Folder 'live.html'
        $results | Export-ConnectOutboundReport $live
        $script:Saved = Join-Path $script:Folder 'saved'
        ForEach-Object -Process $Save -InputObject $results
        & $Read | Export-ConnectOutboundReport $script:Page
        $expected = @(Get-Listed $live)
        $listed = @(Get-Listed $script:Page)
        foreach ($property in 'RowNumber', 'Destination', 'Status', 'Attempts', 'Took', 'ContactId') {
            @($listed.$property) | Should -Be @($expected.$property) -Because $property
        }
        @($listed | Where-Object { $null -ne $_.At }).Count | Should -Be 20
    }

    It 'takes results as an argument, and none at all' {
        $results = @(Get-Result)
        Export-ConnectOutboundReport $script:Page -InputObject $results
        @(Get-Listed $script:Page).Count | Should -Be 21
        @() | Export-ConnectOutboundReport $script:Page
        Get-Content $script:Page -Raw | Should -Match 'There are no rows'
    }

    It 'reads a named run from the journal <How>' -ForEach @(
        @{ How = 'by its name'; Export = { Export-ConnectOutboundReport $script:Page -RunName 'Spring' -JournalPath $journal } }
        @{ How = 'that is piped in'; Export = { Get-ConnectOutboundRun spring -JournalPath $journal | Export-ConnectOutboundReport $script:Page } }
    ) {
        $journal = Join-Path $script:Folder 'journal.db'
        $null = Get-Result @{ RunName = 'spring'; JournalPath = $journal }
        & $Export
        Get-Group (Get-Listed $script:Page) | Should -Be 'Started=20'
        Get-Content $script:Page -Raw | Should -Match '<title>Outbound contacts: spring</title>'
    }

    It 'ends with RunNotFound for a run that the journal does not have' {
        $journal = Join-Path $script:Folder 'journal.db'
        { Export-ConnectOutboundReport $script:Page -RunName 'spring' -JournalPath $journal } | Should -Throw -ErrorId 'RunNotFound,*'
        Test-Path $script:Page | Should -BeFalse
    }

    It 'sends nothing where the report could not be written: <Id>' -ForEach @(
        @{ Id = 'ReportFolderNotFound'; With = @{}; Name = 'nowhere/report.html' }
        @{ Id = 'ReportExists'; With = @{ NoClobber = $true }; Name = 'there.html' }
        @{ Id = 'ReportNotWritten'; With = @{}; Name = 'readonly.html' }
        @{ Id = 'ReportNotWritten'; With = @{}; Name = 'folder' }
        @{ Id = 'ReportNotWritten'; With = @{}; Name = 'env:report' }
    ) {
        Set-Content (Join-Path $script:Folder 'there.html') 'old'
        Set-Content (Join-Path $script:Folder 'readonly.html') 'old'
        (Get-Item (Join-Path $script:Folder 'readonly.html')).IsReadOnly = $true
        $null = New-Item (Join-Path $script:Folder 'folder') -ItemType Directory
        $path = if ($Name -like '*:*') { $Name } else { Join-Path $script:Folder $Name }
        $common = Get-Common $script:Sandbox
        { Get-Row 2 | Start-ConnectOutboundChat @common | Export-ConnectOutboundReport $path @With } | Should -Throw -ErrorId "$Id,*"
        $script:Sandbox.RequestCount | Should -Be 0
        (Get-ChildItem $script:Folder -Force -File).Name | Sort-Object | Should -Be 'readonly.html', 'there.html'
        Get-Content (Join-Path $script:Folder 'there.html') | Should -Be 'old'
    }

    It 'replaces a file, and one that is read-only with -Force' {
        Set-Content $script:Page 'old'
        New-Result -RowNumber 1 | Export-ConnectOutboundReport $script:Page
        (Get-Item $script:Page).IsReadOnly = $true
        New-Result -RowNumber 2 | Export-ConnectOutboundReport $script:Page -Force
        (Get-Listed $script:Page).RowNumber | Should -Be 2
    }

    It 'writes nothing with -WhatIf' {
        New-Result -RowNumber 1 | Export-ConnectOutboundReport $script:Page -WhatIf | Should -BeNullOrEmpty
        Get-ChildItem $script:Folder -Force | Should -BeNullOrEmpty
    }

    It 'takes nothing that is no result, and leaves an earlier file as it was: <_>' -ForEach 'a row', 'text', 'a status that there is not' {
        Set-Content $script:Page 'old'
        $bad = switch ($_) {
            'a row' { Get-Row }
            'text' { '+12065550100' }
            default { New-Result -RowNumber 2 -Status 'Sent' }
        }
        { (New-Result -RowNumber 1), $bad | Export-ConnectOutboundReport $script:Page } | Should -Throw -ErrorId 'ReportInputInvalid,*'
        (Get-ChildItem $script:Folder -Force).Name | Should -Be 'report.html'
        Get-Content $script:Page | Should -Be 'old'
    }

    It 'takes paths relative to the current location' {
        Push-Location $script:Folder
        try {
            New-Result -RowNumber 1 | Export-ConnectOutboundReport '[1].html'
        }
        finally {
            Pop-Location
        }
        Test-Path -LiteralPath (Join-Path $script:Folder '[1].html') | Should -BeTrue
    }
}

Describe 'The page in a browser' -ForEach $script:WithBrowser {
    BeforeAll {
        function Open-Page {
            # What the page is after its scripts ran, and what the browser said on its console.
            param([string] $Path, [string] $Hash = '')
            $profileFolder = [System.IO.Directory]::CreateTempSubdirectory('connectoutbound-browser-').FullName
            try {
                $start = [System.Diagnostics.ProcessStartInfo]::new($Browser)
                $arguments = @(
                    '--headless', '--disable-gpu', '--no-first-run', '--disable-extensions', '--disable-dev-shm-usage', "--user-data-dir=$profileFolder"
                    '--enable-logging=stderr', '--virtual-time-budget=5000', '--dump-dom'
                    # Browsers do not run as root in their sandbox, and containers often have no other user.
                    if ($IsLinux) { '--no-sandbox' }
                    "$([uri]::new($Path).AbsoluteUri)$Hash"
                )
                foreach ($argument in $arguments) {
                    $start.ArgumentList.Add($argument)
                }
                $start.RedirectStandardOutput = $true
                $start.RedirectStandardError = $true
                $start.StandardOutputEncoding = [System.Text.Encoding]::UTF8
                $process = [System.Diagnostics.Process]::Start($start)
                $output = $process.StandardOutput.ReadToEndAsync()
                $errors = $process.StandardError.ReadToEndAsync()
                if (-not $process.WaitForExit($script:GuardSeconds * 1000)) {
                    $process.Kill($true)
                    throw "The browser took longer than $script:GuardSeconds s."
                }
                $process.WaitForExit()
                $dom = $output.Result
                $null = $dom -match '(?s)<tbody[^>]* id="body">(.*?)</tbody>'
                [pscustomobject]@{
                    Dom     = $dom
                    Rows    = @([regex]::Matches("$($Matches[1])", '(?s)<tr.*?</tr>') | ForEach-Object Value)
                    Title   = [regex]::Match($dom, '<title>(.*?)</title>').Groups[1].Value
                    Console = @($errors.Result -split '\r?\n' | Where-Object { $_ -match ':CONSOLE[:(]' })
                }
            }
            finally {
                Remove-Item $profileFolder -Recurse -Force -ErrorAction Ignore
            }
        }

        $script:Marker = '<img src=x onerror="document.title=''hacked''"><script>document.title=''hacked''</script>'
        $results = @(
            foreach ($i in 1..120) { New-Result -RowNumber $i -Status 'Started' -Reason '' -Destination ('+1206555{0:0000}' -f $i) }
            New-Result -RowNumber 121 -Status 'Invalid' -Reason "$script:Marker is no phone number."
            New-Result -RowNumber 122 -Reason 'The flow is not published.'
            New-Result -RowNumber 123 -Reason "</script><svg onload=`"document.title='hacked'`">"
        )
        foreach ($result in $results) {
            $result | Add-Member RunName $script:Marker
            $result.ErrorCode = if ($result.Status -eq 'Started') { '' } else { $script:Marker }
        }
        $script:Page = Join-Path $TestDrive 'browser.html'
        $results | Export-ConnectOutboundReport $script:Page -Title 'In a browser' -ShowNumber
    }

    It 'lists rows, says nothing on the console and runs nothing of the data' {
        if (-not $Browser) {
            Set-ItResult -Skipped -Because 'no Chromium, Chrome or Edge is on PATH or at CHROME_PATH'
            return
        }
        $page = Open-Page $script:Page
        $page.Rows.Count | Should -Be 50
        $page.Title | Should -BeExactly 'In a browser'
        $page.Dom | Should -Not -Match '<img|<svg onload'
        $page.Dom | Should -Match 'Rows 1 to 50 of 123'
        $page.Console | Should -BeNullOrEmpty
    }

    It 'shows the rows that <What>' -ForEach @(
        @{ What = 'a search finds'; Hash = '#q=flow%20PUBLISHED'; Expected = 1 }
        @{ What = 'have a status'; Hash = '#status=Failed'; Expected = 2 }
        @{ What = 'have one of two statuses'; Hash = '#status=Failed,Invalid'; Expected = 3 }
        @{ What = 'have a status and are found'; Hash = '#status=Started&q=55500'; Expected = 50 }
        @{ What = 'are found by their number'; Hash = '#q=+12065550107'; Expected = 1 }
        @{ What = 'hold markup, as text'; Hash = '#q=%3Cimg&status=Invalid'; Expected = 1 }
        @{ What = 'nothing matches'; Hash = '#q=nothing-like-it'; Expected = 0 }
    ) {
        if (-not $Browser) {
            Set-ItResult -Skipped -Because 'no Chromium, Chrome or Edge is on PATH or at CHROME_PATH'
            return
        }
        $page = Open-Page $script:Page $Hash
        $page.Rows.Count | Should -Be $Expected
        $page.Title | Should -BeExactly 'In a browser'
        $page.Console | Should -BeNullOrEmpty
    }

    It 'has its policy kept: what is put into the page by others does not run' {
        if (-not $Browser) {
            Set-ItResult -Skipped -Because 'no Chromium, Chrome or Edge is on PATH or at CHROME_PATH'
            return
        }
        $changed = Join-Path $TestDrive 'changed.html'
        (Get-Content $script:Page -Raw).Replace('</header>', "</header>$script:Marker") | Set-Content $changed
        $page = Open-Page $changed
        $page.Title | Should -BeExactly 'In a browser'
        $page.Console -join ' ' | Should -Match 'Content Security Policy'
    }
}
