# What the tests share that read as a specification: a cell, and what becomes of its row. Dot-source it in BeforeAll, behind TestSupport.ps1 and
# HeldSupport.ps1. Needs $script:Sandbox.

function Import-CsvText {
    # Rows of a text as Import-Csv reads them from a file.
    param([string[]] $Line, [char] $Delimiter = ',')
    $path = Join-Path ([System.IO.Path]::GetTempPath()) "right-$([guid]::NewGuid().ToString('N')).csv"
    try {
        [System.IO.File]::WriteAllText($path, ($Line -join "`n") + "`n")
        Import-Csv $path -Delimiter $Delimiter
    }
    finally {
        Remove-Item $path -ErrorAction Ignore
    }
}

function ConvertTo-CsvRow {
    # The same rows as a file has them: every cell is text.
    param([object[]] $Row)
    $names = @($Row[0].PSObject.Properties.Name)
    $lines = foreach ($each in $Row) {
        @($names.ForEach{ '"' + ("$($each.$_)" -replace '"', '""') + '"' }) -join ','
    }
    Import-CsvText (@(@($names.ForEach{ '"' + ($_ -replace '"', '""') + '"' }) -join ',') + $lines)
}

function Assert-Outcome {
    # Sends and plans rows, from a CSV and as typed objects, and looks at the last result. Sending and planning must say the same (Get-Held sees to it).
    param(
        [object[]] $Row,
        # The same row with cells of other types.
        [object[]] $Typed = @(),
        [hashtable] $With = @{},
        [string] $Status,
        # Wildcards that the reason must have; for a row that is sent, none.
        [string[]] $Says = @(),
        [string] $Destination,
        [switch] $Bare
    )
    $inputs = @(, @(ConvertTo-CsvRow $Row)) + @(, $Row) + @($Typed.ForEach{ , @($_) })
    foreach ($rows in $inputs) {
        $script:Sandbox.Clear()
        $last = (Get-Held $rows $With -Bare:$Bare).Results[-1]
        $because = "$($rows[-1] | ConvertTo-Json -Compress -Depth 1 -WarningAction Ignore): $($last.Reason)"
        "$($last.Status)" | Should -BeExactly $Status -Because $because
        foreach ($words in $Says) {
            $last.Reason | Should -BeLike $words
        }
        if ($Destination) {
            $last.Destination | Should -BeExactly $Destination
        }
        if ($Status -ne 'Started') {
            $script:Sandbox.ContactCount | Should -Be ($rows.Count - 1) -Because 'the rows before it are sent'
        }
    }
}
