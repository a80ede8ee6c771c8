BeforeDiscovery {
    # Where each file of others comes from: the package that the README's table of dependencies names, and what NOTICE calls it.
    $script:Origins = @(
        @{ Source = 'AWSSDK.Core'; Notice = 'AWSSDK.Core'; Files = @('AWSSDK.Core.dll') }
        @{ Source = 'AWSSDK.SSO'; Notice = 'AWSSDK.SSO,'; Files = @('AWSSDK.SSO.dll') }
        @{ Source = 'AWSSDK.SSOOIDC'; Notice = 'AWSSDK.SSOOIDC'; Files = @('AWSSDK.SSOOIDC.dll') }
        @{ Source = 'AWSSDK.SecurityToken'; Notice = 'AWSSDK.SecurityToken'; Files = @('AWSSDK.SecurityToken.dll') }
        @{ Source = 'CsvHelper'; Notice = 'CsvHelper'; Files = @('CsvHelper.dll') }
        @{ Source = 'libphonenumber-csharp'; Notice = 'libphonenumber-csharp'; Files = @('PhoneNumbers.dll') }
        @{ Source = 'System.IO.Hashing'; Notice = 'System.IO.Hashing'; Files = @('System.IO.Hashing.dll') }
        @{ Source = 'Microsoft.Data.Sqlite.Core'; Notice = 'Microsoft.Data.Sqlite'; Files = @('Microsoft.Data.Sqlite.dll') }
        @{
            Source = 'SQLitePCLRaw.bundle_e_sqlite3'
            Notice = 'SQLitePCLRaw'
            Files  = 'SQLitePCLRaw.batteries_v2.dll', 'SQLitePCLRaw.core.dll', 'SQLitePCLRaw.provider.e_sqlite3.dll'
        }
        @{
            Source = 'SourceGear.sqlite3'
            Notice = 'SQLite: public domain'
            Files  = @(
                'runtimes/linux-arm64/native/libe_sqlite3.so'
                'runtimes/linux-musl-x64/native/libe_sqlite3.so', 'runtimes/linux-x64/native/libe_sqlite3.so'
                'runtimes/osx-arm64/native/libe_sqlite3.dylib', 'runtimes/osx-x64/native/libe_sqlite3.dylib'
                'runtimes/win-arm64/native/e_sqlite3.dll', 'runtimes/win-x64/native/e_sqlite3.dll'
            )
        }
    )
}

BeforeAll {
    . "$PSScriptRoot/TestSupport.ps1"
    . "$PSScriptRoot/../../tools/PackageTools.ps1"
}

Describe 'What others wrote of it: <Source>' -ForEach $script:Origins {
    BeforeAll {
        $script:Row = @(Get-Content "$PSScriptRoot/../../README.md" | Where-Object { $_.StartsWith("| $Source |") })
    }

    It 'is there, in the version that the README names' {
        $script:Row.Count | Should -Be 1
        $version = ($script:Row[0] -split '\|')[2].Trim()
        foreach ($name in $Files) {
            $file = Get-Item (Join-Path $script:ModuleFolder "bin/private/$name")
            if ($name.StartsWith('runtimes/')) {
                # SQLite has its version among its texts.
                [System.IO.File]::ReadAllText($file.FullName, [System.Text.Encoding]::Latin1).Contains($version) |
                    Should -BeTrue -Because "$name is of version $version"
            }
            else {
                $file.VersionInfo.ProductVersion, $file.VersionInfo.FileVersion | Where-Object { $_ -match "^$([regex]::Escape($version))(\D|$)" } |
                    Should -Not -BeNullOrEmpty -Because "$name is of version $version"
            }
        }
    }

    It 'is named in NOTICE' {
        Get-Content (Join-Path $script:ModuleFolder 'NOTICE') -Raw | Should -MatchExactly ([regex]::Escape($Notice))
    }
}

Describe 'What the module carries' {
    It 'is its own, or named above' -TestCases @{ Known = $script:Origins.Files } {
        # AWSSDK.Connect and AWSSDK.QConnect are there where they replace AWSSDK.Subset.
        $private = Join-Path $script:ModuleFolder 'bin/private'
        (Get-ModuleFile $private).Keys |
            Where-Object { $_ -notin $Known -and $_ -notmatch '^(ConnectOutbound\.(Commands|Engine|Sandbox)|AWSSDK\.(Subset|Connect|QConnect))\.dll$' } |
            Should -BeNullOrEmpty
    }
}
