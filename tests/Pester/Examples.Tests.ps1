BeforeDiscovery {
    . "$PSScriptRoot/TestSupport.ps1"
    . "$PSScriptRoot/ExampleSupport.ps1"
    # The defaults that are kept for the user are a file that only here can be another one.
    $examples = @(
        Get-ChildItem $script:HelpFolder -Filter *.md | Get-HelpExample
        Get-ChildItem $script:HelpFolder -Filter about_*.help.txt | Get-TopicExample
    )
    $script:Pages = foreach ($page in $examples | Group-Object { $_.Command }) {
        @{ Page = $page.Name; Examples = @($page.Group | ForEach-Object { $_ + @{ KeptElsewhere = $IsWindows -and $_.Code -match '-Scope User' } }) }
    }
}

BeforeAll {
    . "$PSScriptRoot/TestSupport.ps1"
    . "$PSScriptRoot/ExampleSupport.ps1"
    . "$PSScriptRoot/ExampleWorlds.ps1"
    Import-StagedModule
    $script:Ran = [System.Collections.Generic.List[string]]::new()
}

Describe 'The examples of <Page>' -ForEach $script:Pages {
    BeforeAll {
        # The sandboxes of these pages are their subject.
        $script:World = New-ExampleWorld (Join-Path $TestDrive $Page) -WithoutSandbox:($Page -like '*Sandbox')
    }

    AfterAll {
        Remove-ExampleWorld $script:World
    }

    It '<Command>, <Title>' -ForEach $Examples {
        $script:Ran.Add($Id)
        if ($KeptElsewhere) {
            Set-ItResult -Skipped -Because 'Windows keeps the defaults of the user in a folder that no variable moves'
            return
        }
        if ($script:ExampleBefore[$Id]) {
            (Invoke-Example $script:World $script:ExampleBefore[$Id]).Errors | Should -BeNullOrEmpty -Because 'the world has to be ready'
        }

        $run = Invoke-Example $script:World $Code
        @($run.Errors | Get-ErrorName) -join ', ' | Should -BeExactly "$($script:ExampleError[$Id])" -Because ($run.Errors -join "`n")
        foreach ($warning in $run.Warnings) {
            $known = @($script:ExampleWarning.Keys | Where-Object { $warning -match $_ -and $Code -match $script:ExampleWarning[$_] })
            $known | Should -Not -BeNullOrEmpty -Because "nobody would expect the warning: $warning"
        }

        if ($script:ExampleAfter[$Id]) {
            $after = Invoke-Example $script:World $script:ExampleAfter[$Id]
            $after.Errors | Should -BeNullOrEmpty
            $after.Text.Trim() | Should -BeExactly 'True' -Because "that is what the example is for: $($script:ExampleAfter[$Id])"
        }
        else {
            $run.DidSome | Should -BeTrue -Because 'it shows something, writes a file or asks the service'
        }
        if ($Output) {
            $without = $script:ExampleByTheClock[$Id]
            ConvertTo-StableText $run.Text $without | Should -BeExactly (ConvertTo-StableText $Output $without) -Because "it printed:`n$($run.Text)"
        }
    }
}

Describe 'The help' {
    It 'has examples of every cmdlet, and all of them were run' {
        $commands = (Get-Command -Module ConnectOutbound).Name
        $pages = @(Get-ChildItem $script:HelpFolder -Filter *.md)
        $pages.BaseName | Sort-Object | Should -Be ($commands | Sort-Object)
        foreach ($page in $pages) {
            # Counted apart from how they are read.
            $text = Get-Content $page.FullName -Raw
            $headings = [regex]::Matches($text, '(?m)^#+ *Example\b').Count
            $headings | Should -BeGreaterOrEqual 2 -Because "$($page.BaseName) has examples"
            [regex]::Matches($text, '(?m)^```powershell').Count | Should -Be $headings -Because 'each example has one block of code, and there is no other'
            @($script:Ran -like "$($page.BaseName) *").Count | Should -Be $headings -Because "all examples of $($page.BaseName) are run"
        }
    }

    It 'has the commands of its topics run, too' {
        foreach ($topic in Get-ChildItem $script:HelpFolder -Filter about_*.help.txt) {
            # Looked for apart from how they are read.
            $blocks = @(Get-TopicBlock (Get-Content $topic.FullName -Raw) | Where-Object { $_ -match '(?m)^ *[A-Z]+-ConnectOutbound\w+( |$)' })
            $examples = @($topic | Get-TopicExample)
            $blocks | Should -Not -BeNullOrEmpty
            @($blocks | Where-Object { $_ -cnotin $examples.Code }) | Should -BeNullOrEmpty -Because 'a block with a command of the module is run'
            @($script:Ran -like "$($examples[0].Command) *").Count | Should -Be $examples.Count
        }
    }

    It 'has a world for examples that there are, and for no others' {
        $tables = $script:ExampleBefore, $script:ExampleAfter, $script:ExampleError, $script:ExampleByTheClock
        @($tables.Keys | Where-Object { $_ -notin $script:Ran }) | Should -BeNullOrEmpty
    }
}

Describe 'What is left of a text to compare' {
    It 'is the same where only ids, times, ports and the width of columns differ' {
        $one = "Name    Id`n----    --`nOne     0f8fad5b-d9cb-469f-a165-70867728950e`n`n11/22/2026 13:11:24 +00:00`nhttp://127.0.0.1:44957"
        $other = "Name Id`r`n---- ------`r`nOne 7c9e6679-7425-40de-944b-e07fc1f90ae7`r`n11/23/2026 03:01:02 +00:00`r`n`r`nhttp://127.0.0.1:8"
        ConvertTo-StableText $one | Should -BeExactly (ConvertTo-StableText $other)
    }

    It 'differs where <What> differs' -ForEach @(
        @{ What = 'a word'; One = 'Count Name'; Other = 'Count Names' }
        @{ What = 'a count'; One = '25 Started'; Other = '24 Started' }
        @{ What = 'the order of lines'; One = "a`nb"; Other = "b`na" }
        @{ What = 'an id that the sandbox always has'; One = '9d4b6e21-7a3c-4f58-b0e9-1c2d3a4b5f67'; Other = '5c1e7f3a-2b9d-4e86-8a47-6f0d9c3b1e25' }
    ) {
        ConvertTo-StableText $One | Should -Not -BeExactly (ConvertTo-StableText $Other)
    }
}
